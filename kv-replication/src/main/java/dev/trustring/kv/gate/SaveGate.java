package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The rows of a packet are saved in one transaction, all or none. From kv-store §4.2 R13, §6. */
final class SaveGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R13",
          "save",
          Stage.TRANSFER,
          "the rows of a packet are saved in one transaction, all or none",
          "kv-store §4.2 R13, §6");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (!facts.call().mode().sendsRows()) {
      return Verdict.skipped(facts.call().mode().noun() + " brings no rows");
    }
    if (!Received.of(facts).self().fileWhole()) {
      return LockedStoreGate.damaged(Received.of(facts).self());
    }
    if (Received.of(facts).writable()) {
      return Verdict.pass("the store takes rows");
    }
    return Verdict.deny(DenyReason.SAVE_FAILED, "the app there holds a transaction on the store");
  }
}
