package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** Kills a device's distributed data service (kv-store §0, §1.1). */
final class DataService implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "data-service",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          true,
          "The device's data service is dead: nothing syncs, apps use their stores alone.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.ailments().dataService(arguments.device(), arguments.cause());
    return () -> world.ailments().endDataService(arguments.device(), arguments.cause());
  }
}
