package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** An app under an OS account constraint answers a pull with nothing. From kv-store §4.2 R10. */
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
    return facts.call().mode().asksForRows()
        ? DataFlows.check(facts, Received.of(facts).self())
        : Verdict.skipped("a push has no answer to check");
  }
}
