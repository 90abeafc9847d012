package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** Abilities were negotiated with this sender. From kv-store §4.2 R11. */
final class AbilityDoneGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R11",
          "ability-done",
          Stage.TRANSFER,
          "abilities were negotiated with this sender",
          "kv-store §4.2 R11");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (Received.of(facts).abilityDone()) {
      return Verdict.pass("abilities were negotiated");
    }
    return Verdict.deny(DenyReason.ABILITY_MISSING, "no abilities negotiated since the last start");
  }
}
