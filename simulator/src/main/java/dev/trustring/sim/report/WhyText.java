package dev.trustring.sim.report;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DecisionRecord.Outcome;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Fix;
import dev.trustring.kv.decision.GateInfo.Side;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.status.Status;
import dev.trustring.sim.run.StepResult;
import dev.trustring.trust.identity.DeviceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One decision record in full: gate by gate, what the app saw, why, and what would change it. */
public final class WhyText {

  private final Page page;
  private final Diagnosis diagnosis;
  private final DecisionRecord record;
  private final Places places;
  private final Chain chain;

  private WhyText(Page page, Diagnosis diagnosis) {
    this.page = page;
    this.diagnosis = diagnosis;
    this.record = diagnosis.record();
    this.places = new Places(diagnosis.run().scenario().file());
    this.chain = new Chain(record, places);
  }

  /** Writes the page. */
  public static void write(Diagnosis diagnosis, Page page) {
    WhyText text = new WhyText(page, diagnosis);
    text.head();
    text.gates();
    text.seen();
    text.why();
    text.fixes();
    text.next();
    text.compare();
    text.files();
  }

  private void head() {
    Scenario scenario = diagnosis.run().scenario();
    page.line(
        0,
        List.of(
            Cell.of(ink(record.outcome()), record.outcome().word().toUpperCase(Locale.ROOT)),
            Cell.of(Ink.STRONG, Attempts.pair(record)),
            Cell.of("store " + Attempts.store(record)),
            Cell.of(record.app().value())));
    page.line(
        0,
        List.of(
            Cell.of(scenario.file()),
            Cell.of("rules " + scenario.rules().word()),
            Cell.of("seed " + scenario.seed())));
    String when = " at " + Seconds.text(record.virtualNanos());
    if (diagnosis.probed()) {
      page.line("The story has no such attempt; this is one push made after its end," + when + ".");
    } else if (diagnosis.attempts() > 1) {
      page.line("The last of " + diagnosis.attempts() + " attempts, ended" + when + ".");
    }
  }

  private static Ink ink(Outcome outcome) {
    return switch (outcome) {
      case YES -> Ink.GOOD;
      case NO -> Ink.BAD;
      case UNKNOWN -> Ink.DOUBT;
    };
  }

  private void gates() {
    page.blank();
    page.table(1, chain.rows());
    if (record.firstStop().isPresent()) {
      page.line(1, Cell.of(Ink.DIM, "in brackets: not reached; what the gate would have said"));
    }
  }

  private void seen() {
    page.blank();
    page.heading("What your app would see");
    String calls = callsBefore();
    if (!calls.isEmpty()) {
      page.line(2, Cell.of("calls: " + calls));
    }
    page.line(2, Cell.of(record.visible().sentence()));
    if (record.visible() instanceof Visible.Completed completed && completed.number() != 0) {
      Status.ofNumber(completed.number())
          .ifPresent(status -> page.line(4, Cell.of(status.meaning())));
    }
    if (record.firstStop().isPresent()) {
      String word = CommandWord.of(record.visible().word());
      page.command(4, "trustring explain " + word);
    }
  }

  /** The app's own calls up to the attempt, each with its last outcome. */
  private String callsBefore() {
    Map<String, String> calls = new LinkedHashMap<>();
    for (StepResult step : diagnosis.run().steps()) {
      if (step.device().equals(record.from())
          && step.caller().equals(record.app().value())
          && step.storyNanos() <= record.virtualNanos()) {
        String name = step.call().substring(step.call().lastIndexOf('.') + 1);
        calls.put(name, step.outcome().map(WhyText::outcome).orElse("no answer"));
      }
    }
    return calls.entrySet().stream()
        .map(call -> call.getKey() + " " + call.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String outcome(CallOutcome outcome) {
    return outcome instanceof CallOutcome.Threw threw ? "throws " + threw.shortForm() : "ok";
  }

  private void why() {
    Optional<GateResult> stop = record.firstStop();
    if (stop.isEmpty()) {
      return;
    }
    DenyReason reason = stop.get().verdict().stop().orElseThrow();
    page.blank();
    page.heading("Why");
    page.line(
        2,
        Cell.of(sentence(reason.meaning()) + " " + sentence(chain.evidence(stop.get().verdict()))));
    page.line(
        2,
        Cell.of(
            Ink.DIM,
            "gate " + name(stop.get()) + " on " + where(stop.get()) + ", reason " + reason.code()));
  }

  private static String sentence(String clause) {
    return clause.isEmpty()
        ? ""
        : clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
  }

  private static String name(GateResult result) {
    return result.gate().id() + " " + result.gate().name();
  }

  private DeviceName where(GateResult result) {
    return result.gate().side() == Side.SENDER ? record.from() : record.to();
  }

  private void fixes() {
    if (record.fixes().isEmpty()) {
      return;
    }
    page.blank();
    page.heading("Smallest changes that make it YES");
    char letter = 'a';
    for (Fix fix : record.fixes()) {
      String changes =
          fix.changes().isEmpty() ? "try again as it is" : String.join(", and ", fix.changes());
      page.line(2, Cell.of(letter++ + ") " + changes));
      fix.notes().forEach(note -> page.line(5, Cell.of(Ink.DIM, "note: " + note)));
    }
  }

  private void next() {
    Optional<DenyReason> first = record.firstStop().flatMap(stop -> stop.verdict().stop());
    List<GateResult> more = record.alsoWouldStop();
    if (more.isEmpty()) {
      return;
    }
    page.blank();
    page.heading("Would stop next");
    for (GateResult result : more) {
      if (result.verdict().stop().equals(first)) {
        page.line(2, Cell.of(name(result) + " on " + where(result) + ", for the same reason"));
      } else {
        page.line(
            2,
            Cell.of(
                result.stage().word()
                    + ": "
                    + chain.evidence(result.verdict())
                    + " ["
                    + name(result)
                    + "]"));
      }
    }
  }

  private void compare() {
    Optional<DecisionRecord> luckier = diagnosis.luckier();
    if (luckier.isPresent()) {
      page.blank();
      page.line(
          "Same app, "
              + Attempts.pair(luckier.get())
              + ": YES. Difference: "
              + record.stopWord()
              + ".");
    }
  }

  private void files() {
    List<String> legend = places.legend();
    if (!legend.isEmpty()) {
      page.blank();
      legend.forEach(line -> page.line(0, Cell.of(Ink.DIM, line)));
    }
  }
}
