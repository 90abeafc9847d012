package dev.trustring.kv.store;

import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;

/** Which of two writes of one row stays (kv-store §2.1, §2.2). */
public final class ConflictRule {

  private ConflictRule() {}

  /**
   * What a received row does to the row that is here.
   *
   * <p>Later write time wins, a tie keeps what is here, and there is no tie break by device. But
   * the device that supplied the row that is here may always correct it, in DEVICE_COLLABORATION
   * also the one that wrote it first: its row is taken with a write time one above the stored one.
   *
   * @param incoming with times already on this device's clock
   * @return the row to store; empty when the incoming one is dropped
   */
  public static Optional<Row> onReceive(
      KvStoreType type, Optional<Row> stored, Row incoming, DeviceName self) {
    boolean ownPartitions = type == KvStoreType.DEVICE_COLLABORATION;
    if (ownPartitions && incoming.origin().equals(self)) {
      return Optional.empty();
    }
    if (stored.isEmpty()) {
      return Optional.of(incoming);
    }
    Row here = stored.get();
    if (ownPartitions && here.isLocal()) {
      return Optional.empty();
    }
    if (incoming.writeTimestamp() > here.writeTimestamp()) {
      return Optional.of(incoming);
    }
    if (isCorrection(type, here, incoming)) {
      return Optional.of(incoming.withTimes(here.timestamp(), here.writeTimestamp() + 1));
    }
    return Optional.empty();
  }

  /**
   * The same where the row was received while the screen was locked and is merged now: only a later
   * write wins (kv-store §2.1, §5.4).
   */
  public static Optional<Row> onMerge(
      KvStoreType type, Optional<Row> stored, Row incoming, DeviceName self) {
    boolean later =
        stored.map(here -> incoming.writeTimestamp() > here.writeTimestamp()).orElse(true);
    return later ? onReceive(type, stored, incoming, self) : Optional.empty();
  }

  /**
   * What a local write does to the row that is here: it always wins. If the stored write is not
   * older, the new one gets a write time one above it and keeps the stored {@code timestamp}, so a
   * peer whose mark is already past that is not sent it.
   */
  public static Row onWrite(Optional<Row> stored, Row written) {
    if (stored.isPresent() && stored.get().writeTimestamp() >= written.writeTimestamp()) {
      return written.withTimes(stored.get().timestamp(), stored.get().writeTimestamp() + 1);
    }
    return written;
  }

  private static boolean isCorrection(KvStoreType type, Row here, Row incoming) {
    boolean sameSender = here.sender().isPresent() && here.sender().equals(incoming.sender());
    boolean sameOrigin =
        type == KvStoreType.DEVICE_COLLABORATION
            && incoming.sender().filter(here.origin()::equals).isPresent();
    return sameSender || sameOrigin;
  }
}
