package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * Data of label S3 or S4 goes only to a device with a trusted execution environment. From the
 * article on PERMISSION_DENIED.
 */
final class SendTeeGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G13",
          "send-tee",
          Stage.LEVEL,
          "data of label S3 or S4 goes only to a device with a trusted execution environment",
          "the article on PERMISSION_DENIED");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (!facts.call().mode().sendsRows()) {
      return Verdict.skipped(facts.call().mode().noun() + " sends no rows");
    }
    return Levels.checkTee(facts.sender().store(), facts.peer().peer(), facts.peer().tee());
  }
}
