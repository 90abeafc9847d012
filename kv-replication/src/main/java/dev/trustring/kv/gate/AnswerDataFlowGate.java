package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * An app under an OS account constraint answers a pull with nothing. Where none is on the platform
 * does not make the check. From kv-store §4.2 R10.
 */
final class AnswerDataFlowGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R10",
          "answer-data-flow",
          Stage.PERMISSION,
          "an app under an OS account constraint answers a pull with nothing",
          "kv-store §4.2 R10");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (!facts.call().mode().asksForRows()) {
      return Verdict.skipped(facts.call().mode().noun() + " has no answer to check");
    }
    EndFacts self = Received.of(facts).self();
    return self.heldBack()
        ? DataFlows.check(facts, self)
        : Verdict.skipped("no constraint is on for the user of " + self.device());
  }
}
