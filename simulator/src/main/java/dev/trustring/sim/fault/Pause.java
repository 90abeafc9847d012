package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** Makes a device stand still. A device that is switched off meanwhile comes back running. */
final class Pause implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "pause",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          true,
          "The device stands still: nothing of it runs and nothing is lost, until it goes on.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.ailments().pause(arguments.device(), arguments.cause());
    return () -> world.ailments().endPause(arguments.device(), arguments.cause());
  }
}
