package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The key of an S3 store is there unless the screen is locked. From kv-store §5.4. */
final class LockedStoreGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G14",
          "locked-store",
          Stage.UNLOCKED,
          "the key of an S3 store is there unless the screen is locked",
          "kv-store §5.4");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (!facts.call().mode().sendsRows()) {
      return Verdict.skipped(facts.call().mode().noun() + " reads nothing on this device");
    }
    return check(facts.sender());
  }

  /** Whether that end can read its store. */
  static Verdict check(EndFacts end) {
    return end.keyThere()
        ? Verdict.pass("the store can be read on " + end.device())
        : Verdict.deny(
            DenyReason.KEY_GONE,
            "the screen of " + end.device() + " is locked, and the key of its S3 store is gone");
  }
}
