package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;

/**
 * Puts a device to sleep without notice. Nothing of it runs and its radios hear nothing; the others
 * keep it until keep-alive or heartbeat run out, 610 s over Wi-Fi and 320 s over Bluetooth
 * (trust-and-softbus §6). A device that is switched off meanwhile comes back awake.
 */
final class Sleep implements FaultKind {

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "sleep",
          "The device sleeps: nothing of it runs, and what is sent to it is lost.",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")));

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    DeviceName device = arguments.device();
    world.topology().whereabouts().fallsAsleep(device, arguments.cause());
    world.ailments().pause(device, arguments.cause());
    world.topologyChanged();
    return () -> {
      world.topology().whereabouts().wakesUp(device, arguments.cause());
      world.ailments().endPause(device, arguments.cause());
      world.topologyChanged();
    };
  }
}
