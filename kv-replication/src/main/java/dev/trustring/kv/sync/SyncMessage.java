package dev.trustring.kv.sync;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.metadata.PeerRecord;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.SecurityLabel;
import java.util.Optional;

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

  /** Tells the label of the sender's store, and its schema if it has one. */
  record AbilityRequest(
      AttemptId attempt, Link link, SecurityLabel label, Optional<SchemaText> schema)
      implements Request {}

  record AbilityAnswer(
      AttemptId attempt, AckCode code, SecurityLabel label, Optional<SchemaText> schema)
      implements Answer {}

  /** A request of the data phase. */
  sealed interface Data extends Request {
    TaskMode mode();

    /** The rows that it brings, if it brings any. */
    Optional<Batch> rows();

    /** What the sender measured to be the receiver's clock minus its own. */
    long offset();

    /** The request without the number of its packet. */
    default Data content() {
      return this;
    }

    /** Whether no other packet of the request comes after it. */
    default boolean last() {
      return true;
    }

    /** The ack for it. */
    default Answer acked(AckCode code, long receiveMark) {
      return new DataAnswer(attempt(), code, receiveMark);
    }
  }

  /**
   * One of several packets of a request, each with rows of its own (kv-store §3.4).
   *
   * @param number from 1 on
   */
  record Packet(Data content, int number, boolean last) implements Data {

    public Packet {
      if (content instanceof Packet) {
        throw new IllegalArgumentException("a packet holds no packet");
      }
    }

    @Override
    public AttemptId attempt() {
      return content.attempt();
    }

    @Override
    public Link link() {
      return content.link();
    }

    @Override
    public TaskMode mode() {
      return content.mode();
    }

    @Override
    public Optional<Batch> rows() {
      return content.rows();
    }

    @Override
    public long offset() {
      return content.offset();
    }

    @Override
    public Answer acked(AckCode code, long receiveMark) {
      return new PacketAnswer(attempt(), number, code, receiveMark);
    }
  }

  /** Rows. */
  record DataRequest(AttemptId attempt, Link link, Batch batch, long offset) implements Data {
    @Override
    public TaskMode mode() {
      return TaskMode.PUSH;
    }

    @Override
    public Optional<Batch> rows() {
      return Optional.of(batch);
    }
  }

  /**
   * Asks for the receiver's rows; a push and pull brings its own at the same time.
   *
   * @param wanted the sender's mark for the receiver: from when on it lacks rows
   */
  record PullRequest(AttemptId attempt, Link link, Optional<Batch> rows, long offset, long wanted)
      implements Data {
    @Override
    public TaskMode mode() {
      return rows.isPresent() ? TaskMode.PUSH_AND_PULL : TaskMode.PULL;
    }
  }

  /**
   * A request of the data phase about what a query finds.
   *
   * @param rows what the sender hands over; none if it only asks
   * @param wanted from when on it lacks rows; empty if it does not ask
   */
  record QuerySync(
      AttemptId attempt,
      Link link,
      Query query,
      Optional<Batch> rows,
      long offset,
      Optional<Long> wanted)
      implements Data {
    @Override
    public TaskMode mode() {
      if (wanted.isEmpty()) {
        return TaskMode.QUERY_PUSH;
      }
      return rows.isPresent() ? TaskMode.QUERY_PUSH_PULL : TaskMode.QUERY_PULL;
    }
  }

  /**
   * The rows that were asked for.
   *
   * @param attempt of the device that sends them
   * @param answers the attempt that asked
   */
  record PulledRows(AttemptId attempt, Link link, AttemptId answers, Batch batch, long offset)
      implements Data {
    @Override
    public TaskMode mode() {
      return TaskMode.RESPONSE_PULL;
    }

    @Override
    public Optional<Batch> rows() {
      return Optional.of(batch);
    }
  }

  /**
   * Subscribes the sender to what a query finds, or ends that (kv-store §3.1, CONTROL_SYNC).
   *
   * @param mode one that tells the receiver something in place of rows
   */
  record ControlRequest(AttemptId attempt, Link link, TaskMode mode, Query query)
      implements Request {
    public ControlRequest {
      if (!mode.isCommand()) {
        throw new IllegalArgumentException(mode + " tells the receiver nothing");
      }
    }
  }

  /** What became of that. */
  record ControlAnswer(AttemptId attempt, AckCode code) implements Answer {}

  /** The rows that were asked for may not be sent. */
  record PullRefused(AttemptId attempt, AckCode code) implements Answer {}

  /**
   * What became of a packet.
   *
   * @param receiveMark the receiver's mark for the sender
   */
  record DataAnswer(AttemptId attempt, AckCode code, long receiveMark) implements Answer {}

  /** The same for one of several packets, told by its number. */
  record PacketAnswer(AttemptId attempt, int number, AckCode code, long receiveMark)
      implements Answer {}

  /** No store of that app and name is open or can be opened here. */
  record NoCommunicator(AttemptId attempt) implements Answer {}

  /** The store is being closed here (kv-store §4.2 R3). */
  record StoreClosing(AttemptId attempt) implements Answer {}
}
