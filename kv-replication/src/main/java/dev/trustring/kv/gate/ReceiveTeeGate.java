package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * Data of label S3 or S4 rests only on a device with a trusted execution environment. From the
 * article on PERMISSION_DENIED.
 */
final class ReceiveTeeGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R9",
          "receive-tee",
          Stage.LEVEL,
          "data of label S3 or S4 rests only on a device with a trusted execution environment",
          "the article on PERMISSION_DENIED");

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
    return Levels.checkTee(facts.sender().store(), self.device(), self.tee());
  }
}
