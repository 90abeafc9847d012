package dev.trustring.sim.process;

import dev.trustring.device.DeviceActor;
import java.time.Duration;
import java.time.Instant;

/**
 * How far the clocks of a device are ahead of true time.
 *
 * @param shown what the device shows
 * @param engine what its data service goes by
 */
record Ahead(Duration shown, Duration engine) {

  static Ahead of(DeviceActor.Parts parts, Instant trueTime) {
    return new Ahead(
        Duration.between(trueTime, parts.clock().instant()),
        Duration.between(trueTime, parts.engineClock().instant()));
  }
}
