package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.world.World;
import java.util.List;

/** Makes a device's disk refuse what it is asked to do. */
final class DiskAilment implements FaultKind {

  private final FaultSpec spec;
  private final DiskFault fault;

  private DiskAilment(String kind, DiskFault fault, String meaning) {
    this.fault = fault;
    this.spec =
        new FaultSpec(
            kind,
            List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
            true,
            meaning);
  }

  static DiskAilment full() {
    return new DiskAilment(
        "disk-full",
        DiskFault.FULL,
        "The device's disk is full: what must be written fails until there is space again.");
  }

  static DiskAilment readOnly() {
    return new DiskAilment(
        "disk-read-only",
        DiskFault.READ_ONLY,
        "The device's disk can be read only: what must be written or deleted fails.");
  }

  @Override
  public FaultSpec spec() {
    return spec;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.ailments().disk(arguments.device(), fault, arguments.cause());
    return () -> world.ailments().endDisk(arguments.device(), fault, arguments.cause());
  }
}
