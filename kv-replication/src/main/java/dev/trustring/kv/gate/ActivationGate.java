package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The store's user is in the device's own user record. From kv-store §4.1 G6. */
final class ActivationGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G6",
          "activation",
          Stage.TRUST,
          "the store's user is in the device's own user record",
          "kv-store §4.1 G6");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (facts.sender().userActive()) {
      return Verdict.pass("user " + facts.call().user().value() + " is in the user record");
    }
    return Verdict.deny(
        DenyReason.NOT_ACTIVATED, "user " + facts.call().user().value() + " is not");
  }
}
