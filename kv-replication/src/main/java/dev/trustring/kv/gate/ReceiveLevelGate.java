package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * Labels are equal and the receiver's own level may hold the sender's label. From kv-store §4.2 R9,
 * §5.2.
 */
final class ReceiveLevelGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R9",
          "receive-level",
          Stage.LEVEL,
          "labels are equal and the receiver's own level may hold the sender's label",
          "kv-store §4.2 R9, §5.2");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (!facts.call().mode().sendsRows()) {
      return Verdict.skipped(facts.call().mode().noun() + " brings no rows");
    }
    EndFacts self = Received.of(facts).self();
    if (!Labels.keptOnReceipt(facts.sender().store(), self.store())) {
      return Labels.differ(
          facts.sender().store().orElseThrow().label(),
          facts.sender().device(),
          self.store().orElseThrow().label(),
          self.device());
    }
    return Levels.check(facts.sender().store(), self.device(), self.level());
  }
}
