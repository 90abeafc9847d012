package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * The engine takes so many manual syncs of a store at a time. From kv-store §3.2, §1.5.
 *
 * <p>A call counts once, however many devices it names, until it has called back.
 */
final class QueueGate implements Gate {

  /** Manual syncs of one store that may be unfinished; no app can set it. */
  static final int MOST_UNFINISHED = 32;

  private static final GateInfo INFO =
      new GateInfo(
          "G6-queue",
          "sync-queue",
          Stage.TRIGGER,
          "the engine takes " + MOST_UNFINISHED + " manual syncs of a store at a time",
          "kv-store §3.2, §1.5");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    int unfinished = facts.call().unfinished();
    String store = "store " + facts.call().store();
    return unfinished < MOST_UNFINISHED
        ? Verdict.pass("the queue of " + store + " has room")
        : Verdict.deny(
            DenyReason.QUEUE_FULL, unfinished + " manual syncs of " + store + " are unfinished");
  }
}
