package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** A user of the peer may receive from this app and user. From kv-store §4.1 G9, §4.4. */
final class RouteHeaderGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G9",
          "route-header",
          Stage.TRUST,
          "a user of the peer may receive from this app and user",
          "kv-store §4.1 G9, §4.4");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return Trusts.check(
        DenyReason.NO_PERMITTED_USER, facts.sender().device().value(), facts.peer());
  }
}
