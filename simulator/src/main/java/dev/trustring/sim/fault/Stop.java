package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** Shuts a device down; healing is switching it on again, as after a {@link Crash}. */
final class Stop implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "stop",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          true,
          "The device shuts down in order: what it is writing gets to its disk.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.stop(arguments.device(), arguments.cause());
    return () -> world.endPowerOff(arguments.device(), arguments.cause());
  }
}
