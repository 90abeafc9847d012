package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.device.profile.Radio;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;

/**
 * Takes a device out of range, and brings it back. Without an access point its Wi-Fi is for itself
 * as if it were off, so it misses those peers at once; the others miss it only when keep-alive or
 * heartbeat run out (trust-and-softbus §5.5).
 */
final class WalkAway implements FaultKind {

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "walk-away",
          "The device leaves the range of every Wi-Fi and Bluetooth, and comes back.",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "who walks away")));

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    DeviceName device = arguments.device();
    world.topology().whereabouts().walksAway(device, arguments.cause());
    world.radioOff(device, Radio.WIFI, arguments.cause());
    return () -> {
      world.topology().whereabouts().comesBack(device, arguments.cause());
      world.endRadioOff(device, Radio.WIFI, arguments.cause());
      world.topologyChanged();
    };
  }
}
