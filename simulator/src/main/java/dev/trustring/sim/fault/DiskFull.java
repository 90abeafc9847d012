package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.world.World;
import java.util.List;

/** Fills a device's disk. */
final class DiskFull implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "disk-full",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          true,
          "The device's disk is full: what must be written fails until there is space again.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.ailments().disk(arguments.device(), DiskFault.FULL, arguments.cause());
    return () -> world.ailments().endDisk(arguments.device(), DiskFault.FULL, arguments.cause());
  }
}
