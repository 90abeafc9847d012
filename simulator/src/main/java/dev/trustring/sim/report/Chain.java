package dev.trustring.sim.report;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The gates of one record as the rows of a table, under the twelve stages. */
final class Chain {

  private final DecisionRecord record;
  private final Places places;

  Chain(DecisionRecord record, Places places) {
    this.record = record;
    this.places = places;
  }

  List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      List<List<Cell>> lines = linesOf(stage);
      String number = (stage.number() < 10 ? " " : "") + stage.number();
      for (int i = 0; i < lines.size(); i++) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(i == 0 ? number + " " + stage.word() : ""));
        row.addAll(lines.get(i));
        rows.add(row);
      }
    }
    return rows;
  }

  private List<List<Cell>> linesOf(Stage stage) {
    List<GateResult> gates =
        record.gates().stream().filter(result -> result.stage() == stage).toList();
    List<List<Cell>> lines = new ArrayList<>();
    gates.stream()
        .filter(result -> !(result.verdict() instanceof Verdict.Skipped))
        .map(this::line)
        .forEach(lines::add);
    skipped(gates)
        .forEach(
            (why, ids) ->
                lines.add(
                    List.of(
                        Cell.of(Ink.DIM, "-"),
                        Cell.of(Ink.DIM, ids.size() == 1 ? ids.get(0) : ""),
                        Cell.of(Ink.DIM, ids.size() == 1 ? why : why + ": " + list(ids)))));
    if (lines.isEmpty()) {
      lines.add(stage == Stage.SEEN ? seen() : elsewhere(stage));
    }
    return lines;
  }

  private static Map<String, List<String>> skipped(List<GateResult> gates) {
    Map<String, List<String>> why = new LinkedHashMap<>();
    for (GateResult result : gates) {
      if (result.verdict() instanceof Verdict.Skipped skipped) {
        why.computeIfAbsent(skipped.why(), key -> new ArrayList<>()).add(result.gate().id());
      }
    }
    return why;
  }

  private static String list(List<String> ids) {
    return String.join(" ", ids);
  }

  /** A stage whose gates all stop for a reason that people see at another stage. */
  private List<Cell> elsewhere(Stage stage) {
    String places =
        record.gates().stream()
            .filter(result -> result.gate().stage() == stage)
            .map(result -> result.gate().id() + " stops at " + result.stage().word())
            .collect(Collectors.joining(", "));
    return List.of(dash(), Cell.of(""), Cell.of(Ink.DIM, places));
  }

  private List<Cell> seen() {
    if (record.firstStop().isPresent()) {
      return List.of(dash(), Cell.of(""), Cell.of(""));
    }
    String rows = record.rowsSent() == 1 ? "1 row" : record.rowsSent() + " rows";
    return List.of(
        Cell.of(Ink.GOOD, "ok"), Cell.of(""), Cell.of(rows + " at rest on " + record.to()));
  }

  private static Cell dash() {
    return Cell.of(Ink.DIM, "-");
  }

  private List<Cell> line(GateResult result) {
    return List.of(mark(result), Cell.of(result.gate().id()), Cell.of(evidence(result.verdict())));
  }

  /** The mark of a gate; in brackets when the run did not come to it. */
  private static Cell mark(GateResult result) {
    String word;
    Ink ink;
    if (result.verdict() instanceof Verdict.Pass) {
      word = "ok";
      ink = Ink.GOOD;
    } else if (result.verdict() instanceof Verdict.Deny) {
      word = "STOP";
      ink = Ink.BAD;
    } else if (result.verdict() instanceof Verdict.Unknown) {
      word = "?";
      ink = Ink.DOUBT;
    } else {
      throw new AssertionError(result.verdict());
    }
    return result.asked() ? Cell.of(ink, word) : Cell.of(Ink.DIM, "(" + word + ")");
  }

  /** The facts of a verdict, and what is missing if something is. */
  String evidence(Verdict verdict) {
    String facts = verdict.evidence().stream().map(this::fact).collect(Collectors.joining("; "));
    return verdict instanceof Verdict.Unknown unknown
        ? facts + "; state " + unknown.missing() + ", for now " + unknown.assumed()
        : facts;
  }

  private String fact(Evidence evidence) {
    return evidence.says() + places.after(evidence.origin());
  }
}
