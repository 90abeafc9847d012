package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * A label that this side supports is among the peer's own, if both sides set ranges. From kv-store
 * §4.5.
 */
final class SendRangeGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G7-range",
          "send-range",
          Stage.RANGE,
          "a label that this side supports is among the peer's own, if both sides set ranges",
          "kv-store §4.5");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return Ranges.check(
        facts.sender().store(), facts.peer().store(), facts.sender().device().value());
  }
}
