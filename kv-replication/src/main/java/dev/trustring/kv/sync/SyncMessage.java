package dev.trustring.kv.sync;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.metadata.PeerRecord;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.SecurityLabel;

/** What the data services of two devices say to each other (kv-store §3.4). */
public sealed interface SyncMessage {

  /** The attempt that the message belongs to. */
  AttemptId attempt();

  /** Goes to the device that made the attempt; all others go from it. */
  sealed interface Answer extends SyncMessage {}

  /** Goes from the device that made the attempt, about one store. */
  sealed interface Request extends SyncMessage {
    Link link();
  }

  /** The sender's records, in exchange for the receiver's; free of any permission. */
  record MetaRequest(AttemptId attempt, PeerRecord record) implements SyncMessage {}

  record MetaAnswer(AttemptId attempt, PeerRecord record) implements Answer {}

  /** Asks for the receiver's clock; times are engine time. */
  record TimeRequest(AttemptId attempt, Link link, long sentAt) implements Request {}

  record TimeAnswer(AttemptId attempt, long sentAt, long receivedAt, long answeredAt)
      implements Answer {}

  /** Tells the label of the sender's store. */
  record AbilityRequest(AttemptId attempt, Link link, SecurityLabel label) implements Request {}

  record AbilityAnswer(AttemptId attempt, AckCode code, SecurityLabel label) implements Answer {}

  /**
   * Rows.
   *
   * @param offset what the sender measured to be the receiver's clock minus its own
   */
  record DataRequest(AttemptId attempt, Link link, Batch batch, long offset) implements Request {}

  /**
   * What became of a packet.
   *
   * @param receiveMark the receiver's mark for the sender
   */
  record DataAnswer(AttemptId attempt, AckCode code, long receiveMark) implements Answer {}

  /** No store of that app and name is open or can be opened here. */
  record NoCommunicator(AttemptId attempt) implements Answer {}
}
