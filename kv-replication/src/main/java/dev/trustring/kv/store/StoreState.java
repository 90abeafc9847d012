package dev.trustring.kv.store;

import dev.trustring.kv.query.Query;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * Everything a store keeps on disk.
 *
 * @param options empty until the store is created
 * @param lastTime the newest engine time used, so that time never runs backwards (kv-store §2.4)
 * @param sendMarks per peer the next time to send, on this device's clock
 * @param receiveMarks per peer the next time wanted, on that peer's clock
 * @param cache what was written or received while the key was gone with the lock, in that order
 * @param backups the rows of each backup, by the name of its file (kv-store §6)
 * @param queryMarks the marks of single queries
 * @param isDamaged whether the file cannot be read; nothing that was in it is left then
 */
public record StoreState(
    Optional<StoreOptions> options,
    SyncRange range,
    PSortedMap<RowId, Row> rows,
    long lastTime,
    PMap<DeviceName, Long> sendMarks,
    PMap<DeviceName, Long> receiveMarks,
    PVector<Row> cache,
    PSortedMap<String, PSortedMap<RowId, Row>> backups,
    QueryMarks queryMarks,
    boolean isDamaged) {

  /** A store that was never created. */
  public static final StoreState ABSENT =
      new StoreState(
          Optional.empty(),
          SyncRange.UNSET,
          TreePMap.empty(),
          0,
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          TreePVector.empty(),
          TreePMap.empty(),
          QueryMarks.NONE,
          false);

  /** The next time to send to that peer; 0 when nothing was sent yet. */
  public long sendMark(DeviceName peer) {
    return sendMarks.getOrDefault(peer, 0L);
  }

  /**
   * Whether a row is newer than what that peer was last sent, whoever wrote it: the platform
   * compares its mark, that of the query if there is one, with the newest time of the whole store
   * (kv-store §3.2).
   */
  public boolean hasWrittenSinceSending(DeviceName peer, Optional<Query> query) {
    return query.map(one -> sendMark(peer, one)).orElseGet(() -> sendMark(peer)) <= lastTime;
  }

  /** The next time wanted from that peer; 0 when nothing came yet. */
  public long receiveMark(DeviceName peer) {
    return receiveMarks.getOrDefault(peer, 0L);
  }

  Optional<Row> row(RowId id) {
    return Optional.ofNullable(rows.get(id));
  }

  StoreState withOptions(StoreOptions other) {
    return with(draft -> draft.options = Optional.of(other));
  }

  StoreState withRange(SyncRange other) {
    return with(draft -> draft.range = other);
  }

  StoreState withRow(Row row) {
    return withRows(rows.plus(row.id(), row), Math.max(lastTime, row.timestamp()));
  }

  StoreState withRows(PSortedMap<RowId, Row> others, long time) {
    return with(
        draft -> {
          draft.rows = others;
          draft.lastTime = time;
        });
  }

  StoreState withRows(List<Row> more) {
    StoreState after = this;
    for (Row row : more) {
      after = after.withRow(row);
    }
    return after;
  }

  /** Without what a device sent, as if nothing had come from it yet. */
  StoreState withoutDataOf(DeviceName device) {
    PSortedMap<RowId, Row> left = rows;
    for (Row row : rows.values()) {
      if (row.sender().filter(device::equals).isPresent()) {
        left = left.minus(row.id());
      }
    }
    PSortedMap<RowId, Row> kept = left;
    return with(
        draft -> {
          draft.rows = kept;
          draft.receiveMarks = receiveMarks.minus(device);
          draft.queryMarks = queryMarks.withoutDataOf(device);
        });
  }

  StoreState withBackup(String file) {
    return with(draft -> draft.backups = backups.plus(file, rows));
  }

  StoreState withoutBackups(List<String> files) {
    return with(draft -> draft.backups = backups.minusAll(files));
  }

  /**
   * With the rows of a backup. They keep their times and count as written here; the marks for peers
   * start anew, so that nothing is missed on either side (the marks are our choice). Rows in the
   * partitions of others stay theirs, or no packet of theirs could ever change them again
   * (unverified).
   */
  StoreState restored(String file, long time) {
    boolean onePartition = options.filter(o -> o.type() == KvStoreType.SINGLE_VERSION).isPresent();
    PSortedMap<RowId, Row> back = TreePMap.empty();
    for (Row row : Objects.requireNonNull(backups.get(file)).values()) {
      back = back.plus(row.id(), onePartition ? row.asLocal() : row);
    }
    PSortedMap<RowId, Row> restored = back;
    return with(
        draft -> {
          draft.rows = restored;
          draft.lastTime = time;
          draft.sendMarks = HashTreePMap.empty();
          draft.receiveMarks = HashTreePMap.empty();
          draft.cache = TreePVector.empty();
          draft.queryMarks = QueryMarks.NONE;
          draft.isDamaged = false;
        });
  }

  /**
   * With a file that cannot be read: rows, marks and times were in it. The range lies in the
   * metadata and backups are files of their own. That what waits for the unlock goes too is our
   * choice (unverified).
   */
  StoreState damaged() {
    return with(
        draft -> {
          draft.rows = TreePMap.empty();
          draft.lastTime = 0;
          draft.sendMarks = HashTreePMap.empty();
          draft.receiveMarks = HashTreePMap.empty();
          draft.cache = TreePVector.empty();
          draft.queryMarks = QueryMarks.NONE;
          draft.isDamaged = true;
        });
  }

  /** With a new file, in which there is nothing yet. */
  StoreState rebuilt(StoreOptions other) {
    return with(
        draft -> {
          draft.options = Optional.of(other);
          draft.isDamaged = false;
        });
  }

  StoreState without(List<RowId> erased) {
    return with(draft -> draft.rows = rows.minusAll(erased));
  }

  StoreState withQueryMarks(QueryMarks other) {
    return with(draft -> draft.queryMarks = other);
  }

  /** The next time to send to that peer of what a query finds; never behind the full mark. */
  long sendMark(DeviceName peer, Query query) {
    return Math.max(sendMark(peer), queryMarks.sent(peer, query.text()));
  }

  /** The next time wanted from that peer of what a query finds, or of all. */
  public long receiveMark(DeviceName peer, Optional<Query> query) {
    long ofQuery = query.map(one -> queryMarks.received(peer, one.text())).orElse(0L);
    return Math.max(receiveMark(peer), ofQuery);
  }

  StoreState withSendMark(DeviceName peer, long mark) {
    return with(draft -> draft.sendMarks = sendMarks.plus(peer, mark));
  }

  StoreState withReceiveMark(DeviceName peer, long mark) {
    return with(draft -> draft.receiveMarks = receiveMarks.plus(peer, mark));
  }

  StoreState withCached(List<Row> more) {
    long newest = more.stream().mapToLong(Row::timestamp).max().orElse(0);
    return with(
        draft -> {
          draft.lastTime = Math.max(lastTime, newest);
          draft.cache = cache.plusAll(more);
        });
  }

  StoreState withoutCache() {
    return with(draft -> draft.cache = TreePVector.empty());
  }

  private StoreState with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new StoreState(
        draft.options,
        draft.range,
        draft.rows,
        draft.lastTime,
        draft.sendMarks,
        draft.receiveMarks,
        draft.cache,
        draft.backups,
        draft.queryMarks,
        draft.isDamaged);
  }

  /** The parts of a state while some of them change. */
  private static final class Draft {
    private Optional<StoreOptions> options;
    private SyncRange range;
    private PSortedMap<RowId, Row> rows;
    private long lastTime;
    private PMap<DeviceName, Long> sendMarks;
    private PMap<DeviceName, Long> receiveMarks;
    private PVector<Row> cache;
    private PSortedMap<String, PSortedMap<RowId, Row>> backups;
    private QueryMarks queryMarks;
    private boolean isDamaged;

    Draft(StoreState before) {
      options = before.options;
      range = before.range;
      rows = before.rows;
      lastTime = before.lastTime;
      sendMarks = before.sendMarks;
      receiveMarks = before.receiveMarks;
      cache = before.cache;
      backups = before.backups;
      queryMarks = before.queryMarks;
      isDamaged = before.isDamaged;
    }
  }
}
