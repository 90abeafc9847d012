package dev.trustring.kv.sync;

import dev.trustring.trust.level.DeviceLevel;
import java.util.Optional;

/**
 * What the soft bus tells the data service of another device.
 *
 * @param inRing whether it is a member of a ring of this device
 * @param online whether its node information has arrived and it is in reach
 * @param level the level in its node information; empty when it stated none
 * @param tee whether it says to have a trusted execution environment
 */
public record PeerInfo(
    boolean inRing, boolean online, Optional<DeviceLevel> level, Optional<Boolean> tee) {

  /** A device that was never heard of. */
  public static final PeerInfo STRANGER =
      new PeerInfo(false, false, Optional.empty(), Optional.empty());
}
