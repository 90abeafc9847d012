package dev.trustring.sim.report;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.run.RunResult;
import java.util.Locale;

/** The attempts of a run as text that Mermaid draws: arrows, and crosses where a gate said no. */
final class Mermaid {

  private static final int ATTEMPTS_MAX = 200;

  private Mermaid() {}

  static String of(RunResult result) {
    StringBuilder text = new StringBuilder("sequenceDiagram\n");
    result
        .scenario()
        .deviceNames()
        .forEach(device -> text.append("  participant ").append(id(device.value())).append('\n'));
    result.decisions().stream()
        .limit(ATTEMPTS_MAX)
        .forEach(record -> text.append("  ").append(arrow(record)).append('\n'));
    int hidden = result.decisions().size() - ATTEMPTS_MAX;
    return hidden > 0
        ? text.append("  %% and ").append(hidden).append(" more\n").toString()
        : text.toString();
  }

  private static String arrow(DecisionRecord record) {
    String said =
        String.format(
            Locale.ROOT,
            "%.3f s %s %s",
            record.virtualNanos() / 1e9,
            record.mode().word(),
            record.store());
    return record
        .firstStop()
        .map(
            stop ->
                ends(record, "-x")
                    + said
                    + " stopped at "
                    + stop.gate().id()
                    + ", app sees "
                    + record.visible().word())
        .orElseGet(() -> ends(record, "->>") + said);
  }

  private static String ends(DecisionRecord record, String arrow) {
    return id(record.from().value()) + arrow + id(record.to().value()) + ": ";
  }

  /** Mermaid takes a hyphen for the beginning of an arrow. */
  private static String id(String device) {
    return device.replace('-', '_');
  }
}
