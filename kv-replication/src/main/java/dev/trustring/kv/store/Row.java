package dev.trustring.kv.store;

import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;

/**
 * One row of a store (kv-store §2.1). Times are engine time: units of 100 ns on the clock of the
 * device that holds the row.
 *
 * @param value empty for a tombstone
 * @param timestamp decides whether a peer is still to be sent the row
 * @param writeTimestamp decides which of two writes wins
 * @param sender who sent it to this device; empty for a local write
 * @param origin who wrote it first
 */
public record Row(
    RowId id,
    Optional<Value> value,
    long timestamp,
    long writeTimestamp,
    Optional<DeviceName> sender,
    DeviceName origin) {

  /** Whether this device wrote it; only such rows are ever sent. */
  public boolean isLocal() {
    return sender.isEmpty();
  }

  /** Whether it marks a deletion. */
  public boolean isTombstone() {
    return value.isEmpty();
  }

  Row withTimes(long timestamp, long writeTimestamp) {
    return new Row(id, value, timestamp, writeTimestamp, sender, origin);
  }

  Row asLocal() {
    return new Row(id, value, timestamp, writeTimestamp, Optional.empty(), origin);
  }

  Row sentBy(DeviceName device) {
    return new Row(id, value, timestamp, writeTimestamp, Optional.of(device), origin);
  }
}
