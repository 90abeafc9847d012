package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * The sending app's own token holds DISTRIBUTED_DATASYNC when the task starts. From kv-store §4.3.
 */
final class SendPermissionGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G7",
          "send-permission",
          Stage.PERMISSION,
          "the sending app's own token holds DISTRIBUTED_DATASYNC when the task starts",
          "kv-store §4.3");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return Permissions.check(facts.call().bundle(), facts.sender());
  }
}
