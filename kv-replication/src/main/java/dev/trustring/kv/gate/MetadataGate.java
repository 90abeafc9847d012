package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The records of the peer and of its stores have arrived. From kv-store §4.1 G5. */
final class MetadataGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G5",
          "peer-metadata",
          Stage.REACH,
          "the records of the peer and of its stores have arrived",
          "kv-store §4.1 G5");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (facts.exchange().metadata() == Step.LINK_FAILED
        || facts.exchange().metadata() == Step.NO_ANSWER) {
      return Verdict.deny(
          DenyReason.METADATA_MISSING,
          Links.evidence("the exchange of store records failed", facts));
    }
    if (facts.peer().recordKnown()) {
      return Verdict.pass("store records of " + facts.peer().peer() + " are here");
    }
    return Verdict.skipped("store records were not exchanged yet");
  }
}
