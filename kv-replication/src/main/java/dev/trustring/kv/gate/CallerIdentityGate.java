package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * The bundle name given to createKVManager is the one of the calling token. From kv-store §4.1 G1.
 */
final class CallerIdentityGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G1",
          "caller-identity",
          Stage.IDENTITY,
          "the bundle name given to createKVManager is the one of the calling token",
          "kv-store §4.1 G1");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    var claimed = facts.call().managerBundle().orElse(facts.call().bundle());
    if (claimed.equals(facts.call().bundle())) {
      return Verdict.pass("called as " + claimed);
    }
    return Verdict.deny(
        DenyReason.CALLER_NOT_OWNER, facts.call().bundle() + " calls itself " + claimed);
  }
}
