package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.world.World;
import java.util.List;

/** Makes a device's disk read-only. */
final class DiskReadOnly implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "disk-read-only",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          true,
          "The device's disk can be read only: what must be written or deleted fails.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.ailments().disk(arguments.device(), DiskFault.READ_ONLY, arguments.cause());
    return () ->
        world.ailments().endDisk(arguments.device(), DiskFault.READ_ONLY, arguments.cause());
  }
}
