package dev.trustring.kv.store;

import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
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
 */
public record StoreState(
    Optional<StoreOptions> options,
    SyncRange range,
    PSortedMap<RowId, Row> rows,
    long lastTime,
    PMap<DeviceName, Long> sendMarks,
    PMap<DeviceName, Long> receiveMarks,
    PVector<Row> cache) {

  /** A store that was never created. */
  public static final StoreState ABSENT =
      new StoreState(
          Optional.empty(),
          SyncRange.UNSET,
          TreePMap.empty(),
          0,
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          TreePVector.empty());

  /** The next time to send to that peer; 0 when nothing was sent yet. */
  public long sendMark(DeviceName peer) {
    return sendMarks.getOrDefault(peer, 0L);
  }

  /**
   * Whether a row is newer than what that peer was last sent, whoever wrote it: the platform
   * compares its mark with the newest time of the whole store (kv-store §3.2).
   */
  public boolean hasWrittenSinceSendingTo(DeviceName peer) {
    return sendMark(peer) <= lastTime;
  }

  /** The next time wanted from that peer; 0 when nothing came yet. */
  public long receiveMark(DeviceName peer) {
    return receiveMarks.getOrDefault(peer, 0L);
  }

  Optional<Row> row(RowId id) {
    return Optional.ofNullable(rows.get(id));
  }

  StoreState withOptions(StoreOptions other) {
    return new StoreState(
        Optional.of(other), range, rows, lastTime, sendMarks, receiveMarks, cache);
  }

  StoreState withRange(SyncRange other) {
    return new StoreState(options, other, rows, lastTime, sendMarks, receiveMarks, cache);
  }

  StoreState withRow(Row row) {
    return new StoreState(
        options,
        range,
        rows.plus(row.id(), row),
        Math.max(lastTime, row.timestamp()),
        sendMarks,
        receiveMarks,
        cache);
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
    return new StoreState(
        options, range, left, lastTime, sendMarks, receiveMarks.minus(device), cache);
  }

  StoreState withSendMark(DeviceName peer, long mark) {
    return new StoreState(
        options, range, rows, lastTime, sendMarks.plus(peer, mark), receiveMarks, cache);
  }

  StoreState withReceiveMark(DeviceName peer, long mark) {
    return new StoreState(
        options, range, rows, lastTime, sendMarks, receiveMarks.plus(peer, mark), cache);
  }

  StoreState withCached(List<Row> more) {
    long newest = more.stream().mapToLong(Row::timestamp).max().orElse(0);
    return new StoreState(
        options,
        range,
        rows,
        Math.max(lastTime, newest),
        sendMarks,
        receiveMarks,
        cache.plusAll(more));
  }

  StoreState withoutCache() {
    return new StoreState(
        options, range, rows, lastTime, sendMarks, receiveMarks, TreePVector.empty());
  }
}
