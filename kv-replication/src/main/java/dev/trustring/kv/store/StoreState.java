package dev.trustring.kv.store;

import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Everything a store keeps on disk.
 *
 * @param options empty until the store is created
 * @param lastTime the newest engine time used, so that time never runs backwards (kv-store §2.4)
 * @param sendMarks per peer the next time to send, on this device's clock
 * @param receiveMarks per peer the next time wanted, on that peer's clock
 * @param backups the rows of each backup, by the name of its file (kv-store §6)
 */
public record StoreState(
    Optional<StoreOptions> options,
    SyncRange range,
    PSortedMap<RowId, Row> rows,
    long lastTime,
    PMap<DeviceName, Long> sendMarks,
    PMap<DeviceName, Long> receiveMarks,
    PSortedMap<String, PSortedMap<RowId, Row>> backups) {

  /** A store that was never created. */
  public static final StoreState ABSENT =
      new StoreState(
          Optional.empty(),
          SyncRange.UNSET,
          TreePMap.empty(),
          0,
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          TreePMap.empty());

  /** The next time to send to that peer; 0 when nothing was sent yet. */
  public long sendMark(DeviceName peer) {
    return sendMarks.getOrDefault(peer, 0L);
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
        Optional.of(other), range, rows, lastTime, sendMarks, receiveMarks, backups);
  }

  StoreState withRange(SyncRange other) {
    return new StoreState(options, other, rows, lastTime, sendMarks, receiveMarks, backups);
  }

  StoreState withRow(Row row) {
    return withRows(rows.plus(row.id(), row), Math.max(lastTime, row.timestamp()));
  }

  StoreState withRows(PSortedMap<RowId, Row> others, long time) {
    return new StoreState(options, range, others, time, sendMarks, receiveMarks, backups);
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
        options, range, left, lastTime, sendMarks, receiveMarks.minus(device), backups);
  }

  StoreState withBackup(String file) {
    return withBackups(backups.plus(file, rows));
  }

  StoreState withoutBackups(List<String> files) {
    return withBackups(backups.minusAll(files));
  }

  private StoreState withBackups(PSortedMap<String, PSortedMap<RowId, Row>> others) {
    return new StoreState(options, range, rows, lastTime, sendMarks, receiveMarks, others);
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
    return new StoreState(
        options, range, back, time, HashTreePMap.empty(), HashTreePMap.empty(), backups);
  }

  StoreState withSendMark(DeviceName peer, long mark) {
    return new StoreState(
        options, range, rows, lastTime, sendMarks.plus(peer, mark), receiveMarks, backups);
  }

  StoreState withReceiveMark(DeviceName peer, long mark) {
    return new StoreState(
        options, range, rows, lastTime, sendMarks, receiveMarks.plus(peer, mark), backups);
  }
}
