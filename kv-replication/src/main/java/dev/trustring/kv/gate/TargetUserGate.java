package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The sender chose the right user of the receiver. From kv-store §4.2 R4. */
final class TargetUserGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R4",
          "target-user",
          Stage.TRUST,
          "the sender chose the right user of the receiver",
          "kv-store §4.2 R4");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return Verdict.pass("the header parser never reports another user");
  }
}
