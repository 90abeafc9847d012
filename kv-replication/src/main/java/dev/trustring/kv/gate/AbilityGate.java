package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * The schemas of both stores fit each other, and both carry the same security label, S0 counting as
 * S1. From kv-store §4.1 G12, §5.3.
 */
final class AbilityGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G12",
          "ability",
          Stage.LEVEL,
          "the two schemas fit, and both stores carry the same label, S0 counting as S1",
          "kv-store §4.1 G12, §5.3");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (facts.exchange().ability() == Step.LINK_FAILED
        || facts.exchange().ability() == Step.NO_ANSWER) {
      return Verdict.deny(
          DenyReason.NO_ABILITY_ANSWER, Links.evidence("no answer in time", facts.link()));
    }
    return Schemas.refusal(facts).orElseGet(() -> Labels.equal(facts));
  }
}
