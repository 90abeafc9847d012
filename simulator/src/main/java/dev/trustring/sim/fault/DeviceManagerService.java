package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** Kills the service behind a device's DeviceManager (trust-and-softbus §2.1, §2.2). */
final class DeviceManagerService implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "device-manager",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          true,
          "The device's DeviceManager service is dead: listeners hear serviceDie, its calls fail.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.ailments().deviceManager(arguments.device(), arguments.cause());
    return () -> world.ailments().endDeviceManager(arguments.device(), arguments.cause());
  }
}
