package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The packet's clock offset fits what the receiver knows. From kv-store §4.2 R5. */
final class ClockGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R5",
          "clock",
          Stage.TRANSFER,
          "the packet's clock offset fits what the receiver knows",
          "kv-store §4.2 R5");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (Received.of(facts).clocksExchanged()) {
      return Verdict.pass("clocks were exchanged");
    }
    return Verdict.deny(
        DenyReason.CLOCKS_DISAGREE, "clocks were not exchanged since the last change");
  }
}
