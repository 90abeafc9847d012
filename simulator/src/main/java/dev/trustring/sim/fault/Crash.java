package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/**
 * Takes a device's power; healing is switching it on again, unless another crash keeps it off. A
 * restart in between makes the healing void.
 */
final class Crash implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "crash",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          true,
          "The device loses its power at once; what was not on disk is gone.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.powerOff(arguments.device(), arguments.cause());
    return () -> world.endPowerOff(arguments.device(), arguments.cause());
  }
}
