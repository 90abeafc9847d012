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
    /**
     * Create it, or open it again (kv-store §1.2).
     *
     * @param rebuild whether a damaged file is thrown away for a new one (kv-store §1.1)
     */
    record Open(StoreOptions options, boolean rebuild) implements Command, OfService {
      public Open(StoreOptions options) {
        this(options, false);
      }
    }

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
    record Get(Key key, Optional<DeviceName> owner) implements Command, ReadsRows {
      public Get(Key key) {
        this(key, Optional.empty());
      }
    }

    /**
     * Live rows by key prefix.
     *
     * @param owner in whose partition; empty for this device's own view
     */
    record Entries(String prefix, Optional<DeviceName> owner) implements Command, ReadsRows {
      public Entries(String prefix) {
        this(prefix, Optional.empty());
      }
    }

    /**
     * Live rows that a query finds.
     *
     * @param owner in whose partition; empty for the one that the query names, or this device's own
     */
    record Select(Query query, Optional<DeviceName> owner) implements Command, ReadsRows {}

    /** How many live rows a query finds; the owner is as in {@link Select}. */
    record Count(Query query, Optional<DeviceName> owner) implements Command, ReadsRows {}

    /** Rows that came from a device are dropped, and are wanted again (kv-store §1.4, §3.6). */
    record RemoveDeviceData(DeviceName device) implements Command, ReadsRows {}

    /** Which label the store has. */
    record Label() implements Command {}

    record SetRange(SyncRange range) implements Command, OfService {}

    /**
     * The next packet of rows that the peer has not been sent yet.
     *
     * @param wanted from when on the peer lacks them, if it said so
     * @param until rows from then on are not wanted any more, as those of before have been begun
     */
    record Collect(
        DeviceName peer, Optional<Long> wanted, Optional<Long> until, PacketLimits limits)
        implements Command, OfService {}

    /** The same of what a query finds, with what it does not find any more (kv-store §2.5). */
    record CollectFound(Query query, Collect packet) implements Command, OfService {}

    /** The mark of a query moves as that of everything does. */
    record MoveQueryMark(DeviceName peer, Query query, long mark) implements Command, OfService {}

    /** The transport has taken a batch, or the peer told its own mark. */
    record MoveSendMark(DeviceName peer, long mark) implements Command, OfService {}

    /**
     * A packet of rows of a peer, all or none.
     *
     * @param offset what to add to the peer's times to get this device's
     */
    record Save(DeviceName from, Batch batch, long offset) implements Command {}

    /** What is here, without any change. */
    record Describe() implements Command {}

    /** From here on the app writes into a transaction (kv-store §1.4). */
    record StartTransaction() implements Command {}

    /** All that was written since the start is there for everybody at once. */
    record Commit() implements Command {}

    /** Nothing that was written since the start has happened. */
    record Rollback() implements Command {}

    /** A callback is told of changes from here on (kv-store §1.4). */
    record Observe(String callback, SubscribeType type) implements Command {}

    /**
     * A callback is told no longer.
     *
     * @param callback empty for all of them
     */
    record Unobserve(Optional<String> callback) implements Command {}

    /** The rows as they are now go to a file of that name (kv-store §6). */
    record Backup(String file) implements Command {}

    /** The rows of a file come back in place of those that are here. */
    record Restore(String file) implements Command {}

    /** Files of backups are deleted, each for itself. */
    record DeleteBackup(List<String> files) implements Command, OfService {
      public DeleteBackup {
        files = List.copyOf(files);
      }
    }

    /** The file gets another key; of an encrypted store alone. */
    record Rekey() implements Command {}

    /** The app's handle is closed or its process gone. */
    record LetGo() implements Command {}

    /** The file is deleted, with all that belongs to it (kv-store §1.1). */
    record DeleteStore() implements Command {}
  }

  /** A key and the value to put under it. */
  public record Entry(Key key, Value value) {}

  /** Has happened to a store. */
  public sealed interface Event {
    StoreState appliedTo(StoreState before);

    /** The rows of a peer that came with it, if any did. */
    default Optional<Received> arrival() {
      return Optional.empty();
    }

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

      @Override
      public Optional<Received> arrival() {
        return Optional.of(this);
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

    /** What a query finds, and every tombstone, was sent up to that time; or has come. */
    record QueryMarkMoved(DeviceName peer, String query, long mark, boolean sent) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withQueryMarks(before.queryMarks().moved(peer, query, mark, sent));
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

    /** Written while the store could not be read; it waits to be merged (kv-store §5.4). */
    record Cached(List<Row> rows) implements Event {
      public Cached {
        rows = List.copyOf(rows);
      }

      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withCached(rows);
      }
    }

    /** The same of rows that a peer sent. */
    record ReceivedIntoCache(DeviceName from, List<Row> rows, long mark) implements Event {
      public ReceivedIntoCache {
        rows = List.copyOf(rows);
      }

      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withCached(rows).withReceiveMark(from, mark);
      }

      @Override
      public Optional<Received> arrival() {
        return Optional.of(new Received(from, rows, mark));
      }
    }

    /** What waited is merged; the rows are those that won. */
    record CacheMerged(List<Row> rows) implements Event {
      public CacheMerged {
        rows = List.copyOf(rows);
      }

      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withoutCache().withRows(rows);
      }
    }

    /** The rows as they were at this moment are in a file of that name. */
    record BackedUp(String file) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withBackup(file);
      }
    }

    /**
     * The rows of a file are back.
     *
     * @param time to which engine time is moved forward
     */
    record Restored(String file, long time) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.restored(file, time);
      }
    }

    record BackupsDeleted(List<String> files) implements Event {
      public BackupsDeleted {
        files = List.copyOf(files);
      }

      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withoutBackups(files);
      }
    }

    /** The store is gone; one that is made again later starts with nothing (kv-store §1.1). */
    record Deleted() implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return StoreState.ABSENT;
      }
    }

    /** The file can be read no more, and all that was in it is lost (kv-store §6). */
    record FileDamaged() implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.damaged();
      }
    }

    /** An empty file is in the place of a damaged one. */
    record Rebuilt(StoreOptions options) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.rebuilt(options);
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
     * @param rest up to where more is due than went into the batch; empty when that is all
     */
    record Collected(Batch batch, long receiveMark, Optional<Long> rest) implements Reply {}

    record Labelled(SecurityLabel label) implements Reply {}

    /** What became of each file. */
    record FilesDeleted(List<FileStatus> files) implements Reply {
      public FilesDeleted {
        files = List.copyOf(files);
      }
    }

    /** The packet is saved; so many of its rows won. */
    record Saved(int rows) implements Reply {}

    /** The packet starts after what is here; the sender must go back to this mark. */
    record MarkTooFar(long receiveMark) implements Reply {}

    /** What is on disk, and whether an app has a transaction open beside it. */
    record Described(StoreState state, boolean inTransaction) implements Reply {}
  }
}
