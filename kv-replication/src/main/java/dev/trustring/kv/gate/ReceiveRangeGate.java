package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.ReceiverFacts;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * A label that the receiver supports is among the sender's own, if both set ranges. From kv-store
 * §4.5.
 */
final class ReceiveRangeGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R8-range",
          "receive-range",
          Stage.RANGE,
          "a label that the receiver supports is among the sender's own, if both set ranges",
          "kv-store §4.5");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (facts.call().mode().isCommand()) {
      return Verdict.skipped("nobody asks for it here before rows go");
    }
    ReceiverFacts receiver = Received.of(facts);
    return Ranges.check(
        receiver.self().store(), receiver.sender().store(), receiver.self().device().value());
  }
}
