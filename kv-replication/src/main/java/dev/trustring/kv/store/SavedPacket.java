package dev.trustring.kv.store;

import java.util.Optional;

/**
 * A packet that a store has taken, and what became of the store.
 *
 * @param before the store without the packet; what had waited for the unlock is merged in it
 * @param inputs when it was taken
 */
public record SavedPacket(
    StoreState before, KvStore.Command.Save packet, StoreInputs inputs, StoreState after) {

  /** What a decision about a packet was; empty if it was about something else, or refused it. */
  static Optional<SavedPacket> of(
      StoreState before, KvStore.Command command, StoreInputs inputs, StoreDecision decision) {
    if (!(command instanceof KvStore.Command.Save packet)
        || !(decision.reply() instanceof KvStore.Reply.Saved)) {
      return Optional.empty();
    }
    StoreState merged = before;
    StoreState after = before;
    for (KvStore.Event event : decision.events()) {
      after = event.appliedTo(after);
      merged = event instanceof KvStore.Event.CacheMerged ? after : merged;
    }
    return Optional.of(new SavedPacket(merged, packet, inputs, after));
  }
}
