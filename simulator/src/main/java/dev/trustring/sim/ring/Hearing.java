package dev.trustring.sim.ring;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Bearer.Medium;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.DeviceName;

/**
 * Whether a device hears the broadcasts by which another may be joined (trust-and-softbus §5.3).
 * Over Bluetooth those are heartbeats, which run only while the screen is on and unlocked; who
 * sends none starts no join over Bluetooth either (§5.5; that both must is our choice).
 */
final class Hearing {

  private final Topology topology;

  Hearing(Topology topology) {
    this.topology = topology;
  }

  /** Whether frames of the other get through to the device; the way back does not matter. */
  boolean hears(DeviceName self, DeviceName other) {
    return !topology.isPaused(self)
        && !topology.isPaused(other)
        && topology.mayMeetOver(self, other).stream()
            .anyMatch(
                bearer ->
                    isInUse(self, other, bearer) && topology.path(other, self, bearer).isOpen());
  }

  private boolean isInUse(DeviceName self, DeviceName other, Bearer bearer) {
    return bearer.medium() != Medium.BLUETOOTH
        || (topology.screens().letsHeartbeatsRun(self)
            && topology.screens().letsHeartbeatsRun(other));
  }
}
