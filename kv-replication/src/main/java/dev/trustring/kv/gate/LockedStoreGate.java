package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * The store's file is whole, and of an S3 store the key is there unless the screen is locked. From
 * kv-store §5.4, §6.
 *
 * <p>A file that is damaged shows here also to whoever only asks for rows: the mark up to which it
 * has them is in it (our choice of the place; the notes name none).
 */
final class LockedStoreGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G14",
          "locked-store",
          Stage.UNLOCKED,
          "the store's file is whole, and the key of an S3 store there unless the screen is locked",
          "kv-store §5.4, §6");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (!facts.call().mode().sendsRows() && facts.sender().fileWhole()) {
      return Verdict.skipped(facts.call().mode().noun() + " reads nothing on this device");
    }
    return check(facts.sender());
  }

  /** Whether that end can read its store. */
  static Verdict check(EndFacts end) {
    if (!end.fileWhole()) {
      return damaged(end);
    }
    return end.keyThere()
        ? Verdict.pass("the store can be read on " + end.device())
        : Verdict.deny(
            DenyReason.KEY_GONE,
            "the screen of " + end.device() + " is locked, and the key of its S3 store is gone");
  }

  /** The file of that end's store is damaged. */
  static Verdict damaged(EndFacts end) {
    return Verdict.deny(
        DenyReason.FILE_DAMAGED, "the file of the store is damaged on " + end.device());
  }
}
