package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** An app under an OS account constraint does not send. From kv-store §4.1 G8. */
final class DataFlowGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G8",
          "data-flow",
          Stage.PERMISSION,
          "an app under an OS account constraint does not send",
          "kv-store §4.1 G8");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return facts.call().mode().sendsRows()
        ? DataFlows.check(facts, facts.sender())
        : Verdict.skipped(facts.call().mode().noun() + " sends nothing");
  }
}
