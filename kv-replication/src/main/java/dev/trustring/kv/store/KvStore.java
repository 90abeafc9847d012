package dev.trustring.kv.store;

import dev.trustring.kv.query.Query;
import dev.trustring.kv.status.Status;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/** One store on one device: what may be asked of it, what can happen, and what it answers. */
public final class KvStore {

  private KvStore() {}

  /** Asked of a store. */
  public sealed interface Command {
    /** Create it, or open it again (kv-store §1.2). */
    record Open(StoreOptions options) implements Command {}

    record Put(Key key, Value value) implements Command {}

    /** All of them or none, in this order (kv-store §1.4). */
    record PutBatch(List<Entry> entries) implements Command {
      public PutBatch {
        entries = List.copyOf(entries);
      }
    }

    /** An absent key is a success; a present one leaves a tombstone. */
    record Delete(Key key) implements Command {}

    /** The same for several keys at once. */
    record DeleteBatch(List<Key> keys) implements Command {
      public DeleteBatch {
        keys = List.copyOf(keys);
      }
    }

    /**
     * Reads a value.
     *
     * @param owner in whose partition; empty for this device's own view (kv-store §1.4)
     */
    record Get(Key key, Optional<DeviceName> owner) implements Command {
      public Get(Key key) {
        this(key, Optional.empty());
      }
    }

    /**
     * Live rows by key prefix.
     *
     * @param owner in whose partition; empty for this device's own view
     */
    record Entries(String prefix, Optional<DeviceName> owner) implements Command {
      public Entries(String prefix) {
        this(prefix, Optional.empty());
      }
    }

    /**
     * Live rows that a query finds.
     *
     * @param owner in whose partition; empty for the one that the query names, or this device's own
     */
    record Select(Query query, Optional<DeviceName> owner) implements Command {}

    /** How many live rows a query finds; the owner is as in {@link Select}. */
    record Count(Query query, Optional<DeviceName> owner) implements Command {}

    /** Rows that came from a device are dropped, and are wanted again (kv-store §1.4, §3.6). */
    record RemoveDeviceData(DeviceName device) implements Command {}

    /** Which label the store has. */
    record Label() implements Command {}

    record SetRange(SyncRange range) implements Command {}

    /**
     * The rows that the peer has not been sent yet.
     *
     * @param wanted from when on the peer lacks them, if it said so
     */
    record Collect(DeviceName peer, Optional<Long> wanted) implements Command {}

    /** The same of what a query finds, with what it does not find any more (kv-store §2.5). */
    record CollectFound(DeviceName peer, Query query, Optional<Long> wanted) implements Command {}

    /** The mark of a query moves as that of everything does. */
    record MoveQueryMark(DeviceName peer, Query query, long mark) implements Command {}

    /** The transport has taken a batch, or the peer told its own mark. */
    record MoveSendMark(DeviceName peer, long mark) implements Command {}

    /**
     * A packet of rows of a peer, all or none.
     *
     * @param offset what to add to the peer's times to get this device's
     */
    record Save(DeviceName from, Batch batch, long offset) implements Command {}

    /** What is here, without any change. */
    record Describe() implements Command {}
  }

  /** A key and the value to put under it. */
  public record Entry(Key key, Value value) {}

  /** Has happened to a store. */
  public sealed interface Event {
    StoreState appliedTo(StoreState before);

    record Opened(StoreOptions options) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withOptions(options);
      }
    }

    record Wrote(Row row) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withRow(row);
      }
    }

    /** A batch was written; a key that was given twice has two rows, the later one stays. */
    record WroteBatch(List<Row> rows) implements Event {
      public WroteBatch {
        rows = List.copyOf(rows);
      }

      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withRows(rows);
      }
    }

    /** A packet was saved; the rows are those that won. */
    record Received(DeviceName from, List<Row> rows, long mark) implements Event {
      public Received {
        rows = List.copyOf(rows);
      }

      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withRows(rows).withReceiveMark(from, mark);
      }
    }

    /** What came from a device is gone, and so is the mark for it. */
    record DeviceDataRemoved(DeviceName device) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withoutDataOf(device);
      }
    }

    record SendMarkMoved(DeviceName peer, long mark) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withSendMark(peer, mark);
      }
    }

    /** What a query finds was sent up to that time, and every tombstone before it. */
    record QuerySent(DeviceName peer, String query, long mark) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withQueryMarks(before.queryMarks().withSent(peer, query, mark));
      }
    }

    /** What a query of a peer finds has come up to that time. */
    record QueryReceived(DeviceName from, String query, long mark) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withQueryMarks(before.queryMarks().withReceived(from, query, mark));
      }
    }

    /** Copies of rows that a peer's query does not find any more are gone. */
    record Erased(DeviceName from, List<RowId> rows) implements Event {
      public Erased {
        rows = List.copyOf(rows);
      }

      @Override
      public StoreState appliedTo(StoreState before) {
        return before.without(rows);
      }
    }

    record RangeSet(SyncRange range) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withRange(range);
      }
    }
  }

  /** What a store answers. */
  public sealed interface Reply {
    record Done() implements Reply {}

    record Refused(Status status) implements Reply {}

    /** A SINGLE_VERSION store has no partitions of devices, so the call does not exist there. */
    record NoPartitions() implements Reply {}

    record Found(Value value) implements Reply {}

    record Listed(List<Row> rows) implements Reply {
      public Listed {
        rows = List.copyOf(rows);
      }
    }

    record Counted(int rows) implements Reply {}

    /**
     * Rows to send.
     *
     * @param receiveMark from when on this device lacks rows of the peer
     */
    record Collected(Batch batch, long receiveMark) implements Reply {}

    record Labelled(SecurityLabel label) implements Reply {}

    /** The packet is saved; so many of its rows won. */
    record Saved(int rows) implements Reply {}

    /** The packet starts after what is here; the sender must go back to this mark. */
    record MarkTooFar(long receiveMark) implements Reply {}

    record Described(StoreState state) implements Reply {}
  }

  /** Facts, and the answer once they are on disk. */
  public record Decision(List<Event> events, Reply reply) {
    public Decision {
      events = List.copyOf(events);
    }
  }

  /**
   * Who asks and when.
   *
   * @param now engine time on this device's clock
   */
  public record Inputs(DeviceName self, long now) {}

  /** What comes of a command; the rules are those of {@link StoreRules}. */
  public static Decision decide(StoreState state, Command command, Inputs inputs) {
    return StoreRules.decide(state, command, inputs);
  }
}
