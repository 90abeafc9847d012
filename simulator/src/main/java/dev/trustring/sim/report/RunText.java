package dev.trustring.sim.report;

import dev.trustring.config.scenario.App;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DecisionRecord.Outcome;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.Origin;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.run.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run on one screen: what moved, what did not and why, what the app saw, what held. */
public final class RunText {

  private static final int PAIRS_MAX = 20;
  private static final int LINES_MAX = 10;
  private static final List<String> STOPPED =
      List.of("from -> to", "store", "stopped at", "app sees", "why");

  private final Page page;
  private final RunResult result;
  private final Places places;

  private RunText(Page page, RunResult result) {
    this.page = page;
    this.result = result;
    this.places = new Places(result.scenario().file());
  }

  /**
   * Writes the screen.
   *
   * @param checked whether the run was made twice and came out the same
   */
  public static void write(RunResult result, boolean checked, Page page) {
    RunText text = new RunText(page, result);
    text.title();
    text.attempts();
    new SeenText(page, result, text.places).write();
    text.expectations();
    text.ending(checked);
  }

  private void title() {
    Scenario scenario = result.scenario();
    page.heading(scenario.title());
    page.line(
        0,
        List.of(
            Cell.of(scenario.file()),
            Cell.of(
                "rules "
                    + scenario.rules().word()
                    + ", seed "
                    + scenario.seed()
                    + ", host "
                    + result.host())));
  }

  private void attempts() {
    List<Attempts> all = Attempts.in(result.decisions());
    if (all.isEmpty()) {
      page.blank();
      page.line("No app tried to sync.");
      return;
    }
    int limit = all.size() <= PAIRS_MAX ? PAIRS_MAX : LINES_MAX;
    List<Attempts> reached = all.stream().filter(Attempts::reached).toList();
    List<Attempts> stopped = all.stream().filter(one -> !one.reached()).toList();
    section("Replicated", List.of(), reached, limit);
    section("Not replicated", STOPPED, stopped, limit);
  }

  private void section(String heading, List<String> columns, List<Attempts> attempts, int limit) {
    if (attempts.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(heading);
    List<List<Cell>> rows = new ArrayList<>();
    if (!columns.isEmpty()) {
      rows.add(columns.stream().map(name -> Cell.of(Ink.DIM, name)).toList());
    }
    attempts.stream().limit(limit).map(this::row).forEach(rows::add);
    page.table(2, rows);
    List<Attempts> hidden = attempts.stream().skip(limit).toList();
    if (!hidden.isEmpty()) {
      page.line(2, Cell.of(Ink.DIM, "... and " + more(hidden)));
    }
  }

  private List<Cell> row(Attempts attempts) {
    DecisionRecord last = attempts.last();
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(Attempts.pair(last)));
    row.add(Cell.of(Attempts.store(last) + owner(last)));
    if (last.firstStop().isEmpty()) {
      row.add(Cell.of(Ink.GOOD, "app sees " + last.visible().word()));
    } else {
      boolean unknown = last.outcome() == Outcome.UNKNOWN;
      row.add(Cell.of(unknown ? Ink.DOUBT : Ink.BAD, last.stopWord() + (unknown ? " ?" : "")));
      row.add(Cell.of(last.visible().word()));
    }
    row.add(Cell.of(why(attempts)));
    return row;
  }

  private String owner(DecisionRecord record) {
    boolean several =
        result.decisions().stream().map(one -> one.app().value()).distinct().limit(2).count() > 1;
    return several ? " of " + alias(record) : "";
  }

  private String alias(DecisionRecord record) {
    return result.scenario().apps().stream()
        .filter(app -> app.contents().bundle().equals(record.app()))
        .map(App::alias)
        .findFirst()
        .orElseGet(() -> record.app().value());
  }

  private static String why(Attempts attempts) {
    DecisionRecord last = attempts.last();
    String because =
        last.firstStop()
            .map(
                stop ->
                    stop.verdict().evidence().stream()
                        .map(Evidence::says)
                        .collect(Collectors.joining("; ")))
            .orElseGet(() -> rows(last.rowsSent()));
    return attempts.times().isEmpty() ? because : because + ", " + attempts.times();
  }

  private static String rows(long rows) {
    return rows == 1 ? "1 row" : count(rows) + " rows";
  }

  private static String more(List<Attempts> hidden) {
    Map<String, Integer> kinds = new TreeMap<>();
    hidden.forEach(one -> kinds.merge(one.reached() ? "yes" : at(one.last()), 1, Integer::sum));
    String split =
        kinds.entrySet().stream()
            .map(kind -> count(kind.getValue()) + " " + kind.getKey())
            .collect(Collectors.joining(", "));
    return count(hidden.size()) + " more: " + split;
  }

  private static String at(DecisionRecord record) {
    return record.outcome().word() + " at " + record.stopWord();
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void expectations() {
    List<Finding> broken = result.findings().stream().filter(one -> !one.held()).toList();
    page.blank();
    if (result.findings().isEmpty()) {
      page.line("The scenario expects nothing.");
      return;
    }
    int held = result.findings().size() - broken.size();
    page.heading(
        "Expected: " + count(held) + " held" + (broken.isEmpty() ? "" : ", " + broken(broken)));
    page.line(2, kindsHeld());
    broken.stream()
        .limit(PAIRS_MAX)
        .forEach(
            one -> {
              String name = "BROKEN  " + one.kind() + ": " + one.name();
              page.line(2, Cell.of(Ink.BAD, name + places.after(one.origin())));
              page.line(10, Cell.of(one.says()));
            });
    if (broken.size() > PAIRS_MAX) {
      page.line(2, Cell.of(Ink.DIM, "... and " + count(broken.size() - PAIRS_MAX) + " more"));
    }
  }

  private static String broken(List<Finding> broken) {
    return count(broken.size()) + " broken";
  }

  /** How many of each kind held, and on which lines of which file they are written. */
  private List<Cell> kindsHeld() {
    Map<String, List<Finding>> kinds = new LinkedHashMap<>();
    result.findings().stream()
        .filter(Finding::held)
        .forEach(one -> kinds.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one));
    return kinds.entrySet().stream()
        .map(kind -> kind.getKey() + " " + count(kind.getValue().size()) + lines(kind.getValue()))
        .map(text -> Cell.of(Ink.GOOD, text))
        .toList();
  }

  private String lines(List<Finding> findings) {
    Set<Origin> lines = new LinkedHashSet<>();
    findings.forEach(one -> one.origin().ifPresent(lines::add));
    return lines.isEmpty() ? "" : " (" + places.of(lines, LINES_MAX) + ")";
  }

  private void ending(boolean checked) {
    RunResult.Counts counts = result.counts();
    page.blank();
    page.line(
        0,
        List.of(
            Cell.of(ink(result.verdict()), result.verdict().word().toUpperCase(Locale.ROOT)),
            Cell.of("hash " + result.eventHash() + (checked ? " in two runs" : ""))));
    page.line(
        0,
        List.of(
            Cell.of(count(counts.events()) + " events"),
            Cell.of(
                count(counts.framesCarried()) + " frames, " + count(counts.framesLost()) + " lost"),
            Cell.of(rows(counts.rowsReplicated()) + " replicated"),
            Cell.of(Seconds.text(counts.virtualNanos()) + timeOf(result))));
    if (result.verdict() == Verdict.VACUOUS || result.verdict() == Verdict.INCONCLUSIVE) {
      page.line(result.verdict().meaning());
    }
    Attempts.in(result.decisions()).stream()
        .filter(one -> !one.reached())
        .findFirst()
        .ifPresent(one -> hint("every gate of one that was stopped:", whyCommand(one.last())));
    if (result.verdict() == Verdict.VIOLATED) {
      hint("the same again:", "trustring run " + again());
    }
  }

  private void hint(String what, String command) {
    page.line(0, Cell.of(Ink.DIM, what));
    page.command(2, command);
  }

  private String again() {
    Scenario scenario = result.scenario();
    return CommandWord.of(scenario.file())
        + " --seed "
        + scenario.seed()
        + " --rules "
        + scenario.rules().word();
  }

  private String whyCommand(DecisionRecord record) {
    return "trustring why "
        + CommandWord.of(result.scenario().file())
        + " --from "
        + record.from()
        + " --to "
        + record.to()
        + " --store "
        + record.store().value();
  }

  private static Ink ink(Verdict verdict) {
    return switch (verdict) {
      case HELD -> Ink.GOOD;
      case VIOLATED -> Ink.BAD;
      case VACUOUS, INCONCLUSIVE -> Ink.DOUBT;
    };
  }

  private static String timeOf(RunResult result) {
    return result.host().equals("cluster") ? " of real time" : " of virtual time";
  }
}
