package dev.trustring.kv.store;

import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;

/**
 * The tables of kv-store §2.1, §2.2 and §2.4 told once more, line by line and with nothing clever.
 * No store asks it: tests and oracles hold against it what stores have kept.
 */
public final class ReferenceRule {

  private ReferenceRule() {}

  /**
   * What is in a row's place after a packet with that row was taken.
   *
   * @param sent the row as its sender has it
   * @return empty if nothing is there
   */
  public static Optional<Row> after(SavedPacket packet, Row sent) {
    StoreState before = packet.before();
    KvStore.Command.Save save = packet.packet();
    long now = Math.max(packet.inputs().now(), before.lastTime() + 1);
    long time = sent.timestamp() + save.offset();
    long written = sent.writeTimestamp() + save.offset();
    Row incoming =
        new Row(
            sent.id(),
            sent.value(),
            time > now ? now : time,
            written > now ? now : written,
            Optional.of(save.from()),
            sent.origin());
    KvStoreType type = before.options().orElseThrow().type();
    return received(type, before.row(sent.id()), incoming, packet.inputs().self());
  }

  /** What stays of a row and one that comes in with its times on this device's clock. */
  static Optional<Row> received(
      KvStoreType type, Optional<Row> stored, Row incoming, DeviceName self) {
    boolean partitions = type == KvStoreType.DEVICE_COLLABORATION;
    if (partitions && incoming.origin().equals(self)) {
      return stored;
    }
    if (stored.isEmpty()) {
      return Optional.of(incoming);
    }
    Row old = stored.get();
    boolean newer = incoming.writeTimestamp() > old.writeTimestamp();
    boolean ofItsSender = old.sender().equals(incoming.sender());
    boolean ofItsOrigin = partitions && incoming.sender().equals(Optional.of(old.origin()));
    if (partitions && old.sender().isEmpty()) {
      return stored;
    } else if (newer) {
      return Optional.of(incoming);
    } else if (ofItsSender || ofItsOrigin) {
      return Optional.of(
          new Row(
              incoming.id(),
              incoming.value(),
              old.timestamp(),
              old.writeTimestamp() + 1,
              incoming.sender(),
              incoming.origin()));
    }
    return stored;
  }

  /** The same where the row waited for the unlock: nobody may correct then (kv-store §5.4). */
  public static Optional<Row> merged(
      KvStoreType type, Optional<Row> stored, Row incoming, DeviceName self) {
    boolean loses =
        stored.filter(old -> old.writeTimestamp() >= incoming.writeTimestamp()).isPresent();
    return loses ? stored : received(type, stored, incoming, self);
  }
}
