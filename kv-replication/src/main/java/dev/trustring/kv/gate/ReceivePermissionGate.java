package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * The receiving app's own token holds DISTRIBUTED_DATASYNC when the packet comes. From kv-store
 * §4.2 R8, §4.3.
 */
final class ReceivePermissionGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R8",
          "receive-permission",
          Stage.PERMISSION,
          "the receiving app's own token holds DISTRIBUTED_DATASYNC when the packet comes",
          "kv-store §4.2 R8, §4.3");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (facts.call().mode().isCommand()) {
      return Verdict.skipped("nobody asks for it here before rows go");
    }
    return Permissions.check(facts.call().bundle(), Received.of(facts).self());
  }
}
