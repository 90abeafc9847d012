package dev.trustring.device.net;

import dev.trustring.device.profile.Radio;
import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.level.DeviceLevel;
import java.util.List;
import java.util.Optional;

/**
 * What a node tells of itself when it comes online (trust-and-softbus §4.3, §5.3).
 *
 * @param level the level in its attributes; empty when it states none
 * @param tee whether it says to have a trusted execution environment
 * @param radios the radios it has, for the choice of lanes
 */
public record NodeInfo(
    NetworkId networkId, Optional<DeviceLevel> level, Optional<Boolean> tee, List<Radio> radios) {

  public NodeInfo {
    radios = List.copyOf(radios);
  }
}
