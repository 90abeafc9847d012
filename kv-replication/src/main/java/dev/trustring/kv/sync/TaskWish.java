package dev.trustring.kv.sync;

import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.Batch;
import java.util.Optional;

/** What a task wants done. */
sealed interface TaskWish {
  record ExchangeMetadata() implements TaskWish {}

  /** Ask the AccessTokenManager and the trust rows. */
  record GatherFacts() implements TaskWish {}

  /** Ask the store whether anything was written since the last rows went to the peer. */
  record LookForNews() implements TaskWish {}

  record ExchangeClocks() implements TaskWish {}

  record ExchangeAbilities() implements TaskWish {}

  /**
   * Collect the next packet.
   *
   * @param until as the packets before it have set it; empty for the first
   */
  record CollectRows(Optional<Long> until) implements TaskWish {
    CollectRows() {
      this(Optional.empty());
    }
  }

  /** Hand the batch to the transport; the send mark moves at that moment (kv-store §3.6). */
  record SendRows(Batch batch, Part part) implements TaskWish {}

  /** Ask for the peer's rows from that mark on, and hand over the own ones if there are any. */
  record AskForRows(Optional<Batch> rows, long wanted, Part part) implements TaskWish {}

  /** Answer the peer's pull without a row, and without moving a mark (kv-store §4.1 G8). */
  record AnswerNothing() implements TaskWish {}

  /** Tell the peer to push what the query finds, or to stop (kv-store §3.3, SYNC_CONTROL_CMD). */
  record SendCommand() implements TaskWish {}

  /** Wait on, as something has come that shows that the peer is at work. */
  record KeepWaiting() implements TaskWish {}

  /** Nothing: what came is stale. */
  record Nothing() implements TaskWish {}

  /** Wait for what was asked for; answers of the peer's own pulls may go out meanwhile. */
  record AwaitRows() implements TaskWish {}

  /** Tell the peer that its pull is not answered, for that reason. */
  record RefusePull(AckCode code, DbStatus status) implements TaskWish {}

  /** Go back to the receiver's mark, then collect again. */
  record FallBack(long mark) implements TaskWish {}

  /** Over. */
  record Finish(DbStatus status) implements TaskWish {}

  /** Over, and nobody is told. */
  record FinishSilently() implements TaskWish {}
}
