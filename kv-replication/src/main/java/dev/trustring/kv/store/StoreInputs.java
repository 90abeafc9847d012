package dev.trustring.kv.store;

import dev.trustring.trust.identity.DeviceName;

/**
 * Who asks a store and when.
 *
 * @param now engine time on this device's clock
 * @param locked whether the screen is locked
 */
public record StoreInputs(DeviceName self, long now, boolean locked) {
  public StoreInputs(DeviceName self, long now) {
    this(self, now, false);
  }
}
