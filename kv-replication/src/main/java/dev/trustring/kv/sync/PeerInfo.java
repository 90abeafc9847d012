package dev.trustring.kv.sync;

import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.level.DeviceLevel;
import java.util.Optional;

/**
 * What the soft bus tells the data service of another device.
 *
 * @param inRing whether it is a member of a ring of this device
 * @param online whether its node information has arrived and it is in reach
 * @param level its level as far as it is known; empty counts as the lowest (kv-store §5.1)
 * @param levelAsked whether the level has to be asked for, since its attributes hold none
 * @param tee whether it says to have a trusted execution environment
 */
public record PeerInfo(
    boolean inRing,
    boolean online,
    Optional<DeviceLevel> level,
    boolean levelAsked,
    Optional<Boolean> tee) {

  /** A device that was never heard of. */
  public static final PeerInfo STRANGER =
      new PeerInfo(false, false, Optional.empty(), false, Optional.empty());

  /** Whether its level is still to come: until then it counts as the lowest. */
  public boolean levelComing() {
    return levelAsked && level.isEmpty();
  }

  /**
   * Whether the level has to be asked for before data of that label may go there: a level of 2 or
   * above is not asked for again while the device is online (trust-and-softbus §4.5).
   */
  public boolean levelWantedFor(SecurityLabel label) {
    boolean high = level.filter(known -> known.number() > 1).isPresent();
    return online && levelAsked && !high && label.dataLevel() > 1;
  }
}
