package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The peer's protocol version is known. From kv-store §4.2 R6. */
final class VersionKnownGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R6",
          "version-known",
          Stage.TRANSFER,
          "the peer's protocol version is known",
          "kv-store §4.2 R6");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return Verdict.pass("protocol version 112 on both sides");
  }
}
