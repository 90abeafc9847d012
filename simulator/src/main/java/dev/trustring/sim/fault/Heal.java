package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** Takes away what other faults have cut. */
final class Heal implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "heal",
          List.of(),
          false,
          "Takes away every partition, AP isolation, black hole, delay and loss.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.topology().heal();
    world.topologyChanged();
    return () -> {};
  }
}
