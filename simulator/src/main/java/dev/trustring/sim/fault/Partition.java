package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** Cuts every bearer between groups of devices. */
final class Partition implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "partition",
          List.of(
              FaultParam.required(
                  "groups",
                  FaultParam.Type.GROUPS,
                  "devices that can still reach each other, group by group")),
          true,
          "Cuts every bearer between devices of different groups.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.topology().partition(arguments.cause(), arguments.groups("groups"));
    world.topologyChanged();
    return () -> {
      world.topology().join(arguments.cause());
      world.topologyChanged();
    };
  }
}
