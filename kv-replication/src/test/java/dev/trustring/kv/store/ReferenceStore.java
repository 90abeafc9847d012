package dev.trustring.kv.store;

import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A store as the tables of kv-store §2.1, §2.2 and §3.6 tell it, row by row and with nothing
 * clever: what the real one is held against.
 */
final class ReferenceStore {

  /** What goes to a peer at once. */
  record Letter(List<Row> rows, long start, long end) {}

  private final DeviceName self;
  private final KvStoreType type;
  private final Map<RowId, Row> rows = new TreeMap<>();
  private final Map<DeviceName, Long> sent = new TreeMap<>();
  private final Map<DeviceName, Long> wanted = new TreeMap<>();
  private long newest;

  ReferenceStore(DeviceName self, KvStoreType type) {
    this.self = self;
    this.type = type;
  }

  Map<RowId, Row> rows() {
    return rows;
  }

  long sent(DeviceName peer) {
    return sent.getOrDefault(peer, 0L);
  }

  long wanted(DeviceName peer) {
    return wanted.getOrDefault(peer, 0L);
  }

  private RowId own(String key) {
    boolean partitions = type == KvStoreType.DEVICE_COLLABORATION;
    return new RowId(partitions ? self.value() : "", Key.of(key));
  }

  void put(String key, Value value, long clock) {
    write(own(key), Optional.of(value), clock);
  }

  /** Only what is there leaves a tombstone. */
  void delete(String key, long clock) {
    Row old = rows.get(own(key));
    if (old != null && old.value().isPresent()) {
      write(own(key), Optional.empty(), clock);
    }
  }

  private void write(RowId place, Optional<Value> value, long clock) {
    long time = Math.max(clock, newest + 1);
    Row old = rows.get(place);
    if (old != null && old.writeTimestamp() >= time) {
      long after = old.writeTimestamp() + 1;
      keep(new Row(place, value, old.timestamp(), after, Optional.empty(), self));
    } else {
      keep(new Row(place, value, time, time, Optional.empty(), self));
    }
  }

  private void keep(Row row) {
    rows.put(row.id(), row);
    newest = Math.max(newest, row.timestamp());
  }

  /** The local rows since the mark; the mark moves with the letter, whether it arrives or not. */
  Letter letterTo(DeviceName peer) {
    long start = sent(peer);
    long end = start;
    List<Row> due = new ArrayList<>();
    for (Row row : rows.values()) {
      if (row.sender().isEmpty() && row.timestamp() >= start) {
        due.add(row);
        end = Math.max(end, row.timestamp() + 1);
      }
    }
    sent.put(peer, end);
    return new Letter(due, start, end);
  }

  void goBack(DeviceName peer, long mark) {
    sent.put(peer, mark);
  }

  /** Whether the letter is taken; one that starts after what is here is not. */
  boolean takes(DeviceName from, Letter letter, long offset, long clock) {
    if (letter.start() > wanted(from)) {
      return false;
    }
    long now = Math.max(clock, newest + 1);
    for (Row there : letter.rows()) {
      Row here =
          new Row(
              there.id(),
              there.value(),
              Math.min(there.timestamp() + offset, now),
              Math.min(there.writeTimestamp() + offset, now),
              Optional.of(from),
              there.origin());
      Optional<Row> stored = Optional.ofNullable(rows.get(here.id()));
      ReferenceRule.received(type, stored, here, self).ifPresent(this::keep);
    }
    wanted.put(from, Math.max(wanted(from), letter.end()));
    return true;
  }

  /** Nothing of that device is here any more, and all of it is wanted. */
  void forget(DeviceName device) {
    rows.values().removeIf(row -> row.sender().equals(Optional.of(device)));
    wanted.remove(device);
  }
}
