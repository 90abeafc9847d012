package dev.trustring.sim.report;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DecisionRecord.Outcome;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Fix;
import dev.trustring.kv.decision.GateInfo.Side;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.rules.RuleSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What both rule sets say to one question, beside each other, and where they part. */
public final class BothRulesText {

  private static final String NONE = "-";

  private final Page page;
  private final BothRules both;
  private final Places places;

  private BothRulesText(Page page, BothRules both) {
    this.page = page;
    this.both = both;
    this.places = new Places(both.platform().run().scenario().file());
  }

  /** Writes the page. */
  public static void write(BothRules both, Page page) {
    BothRulesText text = new BothRulesText(page, both);
    text.head();
    text.answers();
    text.partings();
    text.files();
  }

  private void head() {
    DecisionRecord record = both.platform().record();
    Scenario scenario = both.platform().run().scenario();
    page.line(
        0,
        List.of(
            Cell.of(Ink.STRONG, Attempts.pair(record)),
            Cell.of("store " + Attempts.store(record)),
            Cell.of(record.app().value())));
    page.line(0, List.of(Cell.of(scenario.file()), Cell.of("seed " + scenario.seed())));
    page.blank();
  }

  private void answers() {
    page.beside(
        List.of(
            row("", Ink.STRONG, record -> record.rules().word()),
            List.of(Cell.of("answer"), outcome(both.platform()), outcome(both.article())),
            row("stops at", Ink.PLAIN, BothRulesText::stop),
            row("because", Ink.PLAIN, this::because),
            row("app sees", Ink.PLAIN, record -> record.visible().sentence()),
            row("what helps", Ink.PLAIN, BothRulesText::firstFix)));
  }

  private List<Cell> row(String label, Ink ink, Function<DecisionRecord, String> says) {
    return List.of(
        Cell.of(label),
        Cell.of(ink, says.apply(both.platform().record())),
        Cell.of(ink, says.apply(both.article().record())));
  }

  private static Cell outcome(Diagnosis answer) {
    Outcome outcome = answer.record().outcome();
    String probed = answer.probed() ? " (asked after the story's end)" : "";
    Ink ink =
        switch (outcome) {
          case YES -> Ink.GOOD;
          case NO -> Ink.BAD;
          case UNKNOWN -> Ink.DOUBT;
        };
    return Cell.of(ink, outcome.word().toUpperCase(Locale.ROOT) + probed);
  }

  private static String stop(DecisionRecord record) {
    return record
        .firstStop()
        .map(
            stop ->
                stop.stage().number()
                    + " "
                    + stop.stage().word()
                    + ", gate "
                    + gate(stop)
                    + " on "
                    + (stop.gate().side() == Side.SENDER ? record.from() : record.to()))
        .orElse(NONE);
  }

  private String because(DecisionRecord record) {
    return record.firstStop().map(stop -> because(record, stop.verdict())).orElse(NONE);
  }

  private String because(DecisionRecord record, Verdict verdict) {
    String evidence = new Chain(record, places).evidence(verdict);
    String meaning = verdict.stop().map(DenyReason::meaning).orElse("");
    return evidence.isEmpty() ? meaning : meaning + ": " + evidence;
  }

  private static String firstFix(DecisionRecord record) {
    return record.fixes().stream()
        .findFirst()
        .map(Fix::changes)
        .map(changes -> changes.isEmpty() ? "try again as it is" : String.join(", and ", changes))
        .orElse(NONE);
  }

  private static String gate(GateResult result) {
    return result.gate().id() + " " + result.gate().name();
  }

  private void partings() {
    page.blank();
    page.heading("Where they part");
    List<BothRules.Parting> partings = both.partings();
    partings.forEach(this::parting);
    if (!partings.isEmpty()) {
      return;
    }
    page.line(
        2,
        Cell.of(
            both.showOtherThings()
                ? "Not over what stops the rows: only what the app is told differs."
                : "Nowhere: for this question they are alike."));
  }

  private void parting(BothRules.Parting parting) {
    DecisionRecord other = other(parting);
    String says =
        parting
            .other()
            .map(result -> " lets it pass: " + evidence(other, result.verdict()))
            .orElse(" asks no such thing");
    GateResult stop = parting.stops();
    page.line(2, Cell.of(Ink.STRONG, parting.by().rules().word() + " stops at " + gate(stop)));
    page.line(4, Cell.of(stop.gate().rule() + " (" + stop.gate().source() + ")"));
    page.line(4, Cell.of(because(parting.by(), stop.verdict())));
    page.line(4, Cell.of(other.rules().word() + says));
  }

  private DecisionRecord other(BothRules.Parting parting) {
    return parting.by().rules() == RuleSet.OPENHARMONY
        ? both.article().record()
        : both.platform().record();
  }

  private String evidence(DecisionRecord record, Verdict verdict) {
    return verdict instanceof Verdict.Skipped skipped
        ? skipped.why()
        : new Chain(record, places).evidence(verdict);
  }

  private void files() {
    List<String> legend = places.legend();
    if (!legend.isEmpty()) {
      page.blank();
      legend.forEach(line -> page.line(0, Cell.of(Ink.DIM, line)));
    }
  }
}
