package dev.trustring.trust;

import dev.trustring.trust.ledger.TrustEvent;

/** Whoever watches the trust of a device: it hears, and changes nothing. */
@FunctionalInterface
public interface TrustObserver {

  /** The device's trust has stored something. */
  void trustStored(TrustEvent event);

  /** A bind has begun or ended, and what it wrote is on disk. */
  default void bindTurned(BindTurn turn) {}
}
