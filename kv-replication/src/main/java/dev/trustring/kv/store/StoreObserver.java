package dev.trustring.kv.store;

/** Whoever watches a store of a device: it hears, and changes nothing. */
@FunctionalInterface
public interface StoreObserver {

  /** Something is on disk; the state is what all of its decision came to. */
  void stored(KvStore.Event event, StoreState after);

  /** The store has been read from the disk, at its first use after a start. */
  default void read(StoreState state) {}

  /** A packet of a peer was taken, whether any of its rows won or not. */
  default void saved(SavedPacket packet) {}
}
