package dev.trustring.sim.world;

import dev.trustring.device.DeviceActor;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.Instant;

/** What people and faults do to the clocks of devices. */
public final class Clocks {

  private final World world;
  private final Host host;

  Clocks(World world, Host host) {
    this.world = world;
    this.host = host;
  }

  /** What a device shows as the time. */
  public Instant shown(DeviceName device) {
    return world.clock(device).instant();
  }

  /** Sets a device's clock ahead, or back when negative; the device notices. */
  public void skew(DeviceName device, Duration by) {
    world.clock(device).skew(by);
    goesOn(device);
    world.tell(device, new DeviceActor.ClockSet());
  }

  /**
   * Lets a device's clock run fast, or slowly when negative; that is in addition to what it does
   * already. A device does not notice it by itself.
   *
   * @param ppm in millionths
   * @return what sets the clock right again and lets it run as before
   */
  public Runnable drift(DeviceName device, int ppm) {
    Instant begun = world.agenda().now();
    world.clock(device).drift(ppm);
    goesOn(device);
    return () -> {
      world.clock(device).drift(-ppm);
      Duration lasted = Duration.between(begun, world.agenda().now());
      skew(device, ClockCourse.gain(lasted, ppm).negated());
    };
  }

  /** Tells the host how the clock goes now; also before the device is switched on. */
  void goesOn(DeviceName device) {
    host.clock(device, world.clock(device).course());
  }
}
