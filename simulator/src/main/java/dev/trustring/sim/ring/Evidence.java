package dev.trustring.sim.ring;

import dev.trustring.device.net.Bearer;
import java.time.Duration;
import java.util.EnumSet;

/** What a host can say of a device and a peer of one of its rings. */
public interface Evidence {

  /**
   * Whether the peer lists the device too, as far as the device has heard; true while it has heard
   * nothing, since its own rows say so.
   */
  boolean isListedBy(Pair pair);

  /** The bearers over which the device has the peer now; none when it is out of reach. */
  EnumSet<Bearer> open(Pair pair);

  /** How long it takes from reach to online. */
  Duration joining();
}
