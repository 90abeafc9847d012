package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The packet does not say that the version is unsupported. From kv-store §4.2 R7. */
final class VersionSupportedGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R7",
          "version-supported",
          Stage.TRANSFER,
          "the packet does not say that the version is unsupported",
          "kv-store §4.2 R7");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return Verdict.pass("protocol version 112 on both sides");
  }
}
