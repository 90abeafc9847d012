package dev.trustring.sim.cli;

import dev.trustring.kv.decision.DecisionRecord.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes. */
enum Exit {
  YES(0, "held, yes"),
  NO(1, "violated, no"),
  USAGE(2, "wrong usage, or input that cannot be read"),
  UNKNOWN(3, "inconclusive: an input is missing, or nothing was replicated"),
  FAULT(70, "fault of the tool itself"),
  INTERRUPTED(130, "interrupted");

  private final int code;
  private final String meaning;

  Exit(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  static Exit of(Outcome outcome) {
    return switch (outcome) {
      case YES -> YES;
      case NO -> NO;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** All of them, as help texts list them. */
  static Map<String, String> list() {
    Map<String, String> list = new LinkedHashMap<>();
    for (Exit exit : values()) {
      list.put((exit.code < 10 ? " " : "") + exit.code, exit.meaning);
    }
    return list;
  }
}
