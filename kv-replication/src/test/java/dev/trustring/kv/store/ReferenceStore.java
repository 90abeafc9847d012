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

  /**
   * What is under a key.
   *
   * @param value empty for a tombstone
   * @param from who sent it; empty for a local write
   * @param origin who wrote it first
   */
  record Cell(
      Optional<String> value,
      long time,
      long writeTime,
      Optional<DeviceName> from,
      DeviceName origin) {

    private boolean isLocal() {
      return from.isEmpty();
    }
  }

  /** A place and what is there. */
  record Sent(RowId place, Cell cell) {}

  /** What goes to a peer at once. */
  record Letter(List<Sent> cells, long start, long end) {}

  private final DeviceName self;
  private final boolean partitions;
  private final Map<RowId, Cell> cells = new TreeMap<>();
  private final Map<DeviceName, Long> sent = new TreeMap<>();
  private final Map<DeviceName, Long> wanted = new TreeMap<>();
  private long newest;

  ReferenceStore(DeviceName self, KvStoreType type) {
    this.self = self;
    this.partitions = type == KvStoreType.DEVICE_COLLABORATION;
  }

  Map<RowId, Cell> cells() {
    return cells;
  }

  long sent(DeviceName peer) {
    return sent.getOrDefault(peer, 0L);
  }

  long wanted(DeviceName peer) {
    return wanted.getOrDefault(peer, 0L);
  }

  private RowId own(String key) {
    return new RowId(partitions ? self.value() : "", Key.of(key));
  }

  void put(String key, String value, long clock) {
    write(own(key), Optional.of(value), clock);
  }

  /** Only what is there leaves a tombstone. */
  void delete(String key, long clock) {
    Cell old = cells.get(own(key));
    if (old != null && old.value().isPresent()) {
      write(own(key), Optional.empty(), clock);
    }
  }

  private void write(RowId place, Optional<String> value, long clock) {
    long time = Math.max(clock, newest + 1);
    Cell old = cells.get(place);
    if (old != null && old.writeTime() >= time) {
      keep(place, new Cell(value, old.time(), old.writeTime() + 1, Optional.empty(), self));
    } else {
      keep(place, new Cell(value, time, time, Optional.empty(), self));
    }
  }

  private void keep(RowId place, Cell cell) {
    cells.put(place, cell);
    newest = Math.max(newest, cell.time());
  }

  /** The local rows since the mark; the mark moves with the letter, whether it arrives or not. */
  Letter letterTo(DeviceName peer) {
    long start = sent(peer);
    long end = start;
    List<Sent> due = new ArrayList<>();
    for (Map.Entry<RowId, Cell> one : cells.entrySet()) {
      if (one.getValue().isLocal() && one.getValue().time() >= start) {
        due.add(new Sent(one.getKey(), one.getValue()));
        end = Math.max(end, one.getValue().time() + 1);
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
    for (Sent one : letter.cells()) {
      Cell there = one.cell();
      Cell here =
          new Cell(
              there.value(),
              Math.min(there.time() + offset, now),
              Math.min(there.writeTime() + offset, now),
              Optional.of(from),
              there.origin());
      take(one.place(), here, from);
    }
    wanted.put(from, Math.max(wanted(from), letter.end()));
    return true;
  }

  private void take(RowId place, Cell incoming, DeviceName from) {
    Cell old = cells.get(place);
    if (partitions && (incoming.origin().equals(self) || (old != null && old.isLocal()))) {
      return;
    }
    if (old == null || incoming.writeTime() > old.writeTime()) {
      keep(place, incoming);
    } else if (old.from().equals(Optional.of(from)) || (partitions && old.origin().equals(from))) {
      keep(
          place,
          new Cell(
              incoming.value(),
              old.time(),
              old.writeTime() + 1,
              incoming.from(),
              incoming.origin()));
    }
  }

  /** Nothing of that device is here any more, and all of it is wanted. */
  void forget(DeviceName device) {
    cells.values().removeIf(cell -> cell.from().equals(Optional.of(device)));
    wanted.remove(device);
  }
}
