package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.ReceiverFacts;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * Abilities were negotiated with this sender, schemas fit, and the store here can answer the query
 * if there is one. From kv-store §4.2 R11.
 */
final class AbilityDoneGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R11",
          "ability-done",
          Stage.TRANSFER,
          "abilities were negotiated, schemas fit, and a query can be answered here",
          "kv-store §4.2 R11");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    ReceiverFacts here = Received.of(facts);
    if (here.abilityDone() && here.queryRefused().isPresent()) {
      return Verdict.deny(here.queryRefused().get(), "in the store on " + here.self().device());
    }
    if (here.abilityDone()) {
      return Schemas.refusal(
              here.sender().store(),
              here.self().store(),
              here.sender().peer() + " and " + here.self().device())
          .orElseGet(() -> Verdict.pass("abilities were negotiated"));
    }
    return Verdict.deny(DenyReason.ABILITY_MISSING, "no abilities negotiated since the last start");
  }
}
