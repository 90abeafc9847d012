package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.world.World;

/** Loses everything in one direction. */
final class Blackhole implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "blackhole",
          OneWay.params(),
          true,
          "Everything that one device sends to another is lost; the way back stays open.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    Direction direction = arguments.direction();
    world.topology().blackhole(direction, arguments.cause());
    world.topologyChanged();
    return () -> {
      world.topology().endBlackhole(direction, arguments.cause());
      world.topologyChanged();
    };
  }
}
