package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The rows that a pull asks for can be read. From kv-store §4.2 R14. */
final class PullReadGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R14",
          "pull-read",
          Stage.UNLOCKED,
          "the rows that a pull asks for can be read",
          "kv-store §4.2 R14");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return facts.call().mode().asksForRows()
        ? LockedStoreGate.check(Received.of(facts).self())
        : Verdict.skipped(facts.call().mode().noun() + " reads nothing on the receiver");
  }
}
