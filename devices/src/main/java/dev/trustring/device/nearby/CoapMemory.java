package dev.trustring.device.nearby;

import dev.trustring.trust.identity.DeviceName;
import java.util.Set;
import java.util.TreeSet;

/**
 * The devices that CoAP remembers: twenty, and whoever comes after them is not found over it
 * (trust-and-softbus §5.1). Each discovery that begins starts it anew; that none of the twenty
 * gives way before is our choice.
 */
final class CoapMemory {
  static final int MOST = 20;

  private final Set<DeviceName> devices = new TreeSet<>();

  void clear() {
    devices.clear();
  }

  /** Whether a device that was heard over that medium is taken in. */
  boolean takes(DeviceName device, Medium medium) {
    if (medium != Medium.COAP || devices.contains(device)) {
      return true;
    }
    return devices.size() < MOST && devices.add(device);
  }
}
