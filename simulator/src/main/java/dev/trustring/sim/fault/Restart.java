package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** Switches a device on that had crashed. */
final class Restart implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "restart",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          false,
          "The device is switched on again and reads what is on its disk.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.powerOn(arguments.device());
    return () -> {};
  }
}
