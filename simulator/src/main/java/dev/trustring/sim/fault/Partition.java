package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Set;

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
    return between(arguments.groups("groups"), world, arguments.cause());
  }

  /** Cuts groups apart until the answer is run. */
  static Runnable between(List<Set<DeviceName>> groups, World world, FactKey cause) {
    world.topology().partition(cause, groups);
    world.topologyChanged();
    return () -> {
      world.topology().join(cause);
      world.topologyChanged();
    };
  }
}
