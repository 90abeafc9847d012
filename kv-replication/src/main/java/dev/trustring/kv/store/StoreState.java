package dev.trustring.kv.store;

import dev.trustring.kv.query.Query;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
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
 * @param queryMarks the same for single queries
 */
public record StoreState(
    Optional<StoreOptions> options,
    SyncRange range,
    PSortedMap<RowId, Row> rows,
    long lastTime,
    PMap<DeviceName, Long> sendMarks,
    PMap<DeviceName, Long> receiveMarks,
    QueryMarks queryMarks) {

  /** A store that was never created. */
  public static final StoreState ABSENT =
      new StoreState(
          Optional.empty(),
          SyncRange.UNSET,
          TreePMap.empty(),
          0,
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          QueryMarks.NONE);

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
        Optional.of(other), range, rows, lastTime, sendMarks, receiveMarks, queryMarks);
  }

  StoreState withRange(SyncRange other) {
    return new StoreState(options, other, rows, lastTime, sendMarks, receiveMarks, queryMarks);
  }

  StoreState withRow(Row row) {
    return new StoreState(
        options,
        range,
        rows.plus(row.id(), row),
        Math.max(lastTime, row.timestamp()),
        sendMarks,
        receiveMarks,
        queryMarks);
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
        options,
        range,
        left,
        lastTime,
        sendMarks,
        receiveMarks.minus(device),
        queryMarks.withoutDataOf(device));
  }

  StoreState withSendMark(DeviceName peer, long mark) {
    return new StoreState(
        options, range, rows, lastTime, sendMarks.plus(peer, mark), receiveMarks, queryMarks);
  }

  StoreState withReceiveMark(DeviceName peer, long mark) {
    return new StoreState(
        options, range, rows, lastTime, sendMarks, receiveMarks.plus(peer, mark), queryMarks);
  }

  StoreState withQueryMarks(QueryMarks other) {
    return new StoreState(options, range, rows, lastTime, sendMarks, receiveMarks, other);
  }

  StoreState without(List<RowId> erased) {
    return new StoreState(
        options, range, rows.minusAll(erased), lastTime, sendMarks, receiveMarks, queryMarks);
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
}
