package dev.trustring.kv.sync;

import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.decision.SoftBusCode;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.SecurityLabel;
import java.util.Optional;

/** What may happen to a task. */
sealed interface TaskInput {
  /** The peer's records came. */
  record MetadataCame() implements TaskInput {}

  /** Both halves of what this device knows, fresh. */
  record FactsCame(EndFacts self, PeerView peer) implements TaskInput {}

  /** Whether anything was written since the last rows went to the peer. */
  record NewsCame(boolean written) implements TaskInput {}

  record ClocksCame() implements TaskInput {}

  record AbilityCame(AckCode code, SecurityLabel label, Optional<SchemaText> schema)
      implements TaskInput {}

  /**
   * The next packet is collected.
   *
   * @param rest up to where there is more to collect
   * @param until as it was asked for
   */
  record RowsCame(Batch batch, long receiveMark, Optional<Long> rest, Optional<Long> until)
      implements TaskInput {}

  /**
   * The peer has taken a packet, or not.
   *
   * @param packet its number; 0 where there is only one
   */
  record AckCame(AckCode code, long receiveMark, int packet) implements TaskInput {}

  /**
   * Rows that were asked for have come, and this has become of them.
   *
   * @param last whether these were all
   */
  record PullAnswered(AckCode code, boolean last) implements TaskInput {}

  /** The peer may not send what it was asked for. */
  record PullRefused(AckCode code) implements TaskInput {}

  /** The peer has no such store. */
  record NoCommunicator() implements TaskInput {}

  /** The peer is closing its store. */
  record PeerCloses() implements TaskInput {}

  /**
   * The soft bus could not open a session, or lost the peer.
   *
   * @param lane what it said of the lanes, where it tried any
   */
  record LinkFailed(Optional<SoftBusCode> lane) implements TaskInput {}

  /** No answer in time. */
  record TimedOut() implements TaskInput {}
}
