package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.world.World;
import java.util.List;

/**
 * Makes a device's disk refuse what it is asked to do, or keep silent about it until the power
 * goes. Nothing that was acknowledged is lost by either, for a write is acknowledged when it is on
 * the disk.
 */
final class DiskAilment implements FaultKind {

  private static final List<FaultParam> PARAMS =
      List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device"));

  private final FaultSpec spec;
  private final DiskFault fault;

  private DiskAilment(DiskFault fault, FaultSpec spec) {
    this.fault = fault;
    this.spec = spec;
  }

  private static DiskAilment refusing(String kind, DiskFault fault, String meaning) {
    return new DiskAilment(fault, new FaultSpec(kind, PARAMS, true, meaning));
  }

  private static DiskAilment silent(String kind, DiskFault fault, String meaning) {
    return new DiskAilment(fault, FaultSpec.healing(kind, meaning, PARAMS));
  }

  static DiskAilment full() {
    return refusing(
        "disk-full",
        DiskFault.FULL,
        "The device's disk is full: what must be written fails until there is space again.");
  }

  static DiskAilment readOnly() {
    return refusing(
        "disk-read-only",
        DiskFault.READ_ONLY,
        "The device's disk can be read only: what must be written or deleted fails.");
  }

  static DiskAilment losing() {
    return silent(
        "lost-writes",
        DiskFault.LOSING,
        "Nothing gets to the device's disk until its power goes for a moment at the end.");
  }

  /** What is one transaction is there whole or not at all. */
  static DiskAilment tearing() {
    return silent(
        "torn-writes",
        DiskFault.TEARING,
        "Writes get to the device's disk in part, untold, until its power goes at the end.");
  }

  @Override
  public FaultSpec spec() {
    return spec;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.ailments().disk(arguments.device(), fault, arguments.cause());
    return () -> {
      boolean on = world.isOn(arguments.device());
      if (fault.isSilent() && on) {
        world.powerOff(arguments.device(), arguments.cause());
      }
      world.ailments().endDisk(arguments.device(), fault, arguments.cause());
      if (fault.isSilent() && on) {
        world.endPowerOff(arguments.device(), arguments.cause());
      }
    };
  }
}
