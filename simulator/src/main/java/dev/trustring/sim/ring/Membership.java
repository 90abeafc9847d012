package dev.trustring.sim.ring;

import dev.trustring.device.net.Frame;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.RingId;
import dev.trustring.trust.ring.RingMembership;
import java.util.Map;

/** The ring membership of all devices of a world, and what the world tells it. */
public interface Membership extends RingMembership {

  /** A device has lost its power: it forgets, the others have not noticed yet. */
  void poweredOff(DeviceName device);

  /** Reach may be other than before. */
  void topologyChanged();

  /** Whether the two count as members of one ring. */
  boolean isMutual(DeviceName one, DeviceName other);

  /** Whether everybody who lists another and reaches it has it as a member that is online. */
  boolean isComplete();

  /** A word about a ring has come in; only forms that say such words hear any. */
  default void arrived(Frame frame) {
    throw new AssertionError(frame);
  }

  /** What a device sees of the other members of its rings, ring by ring, in plain words. */
  default Map<RingId, Map<DeviceName, String>> status(DeviceName device) {
    return Map.of();
  }
}
