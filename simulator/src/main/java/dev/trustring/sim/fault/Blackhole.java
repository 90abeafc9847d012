package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.world.World;
import java.util.List;

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
    return in(List.of(arguments.direction()), world, arguments.cause());
  }

  /** Loses everything in these directions until the answer is run. */
  static Runnable in(List<Direction> directions, World world, FactKey cause) {
    directions.forEach(direction -> world.topology().blackhole(direction, cause));
    world.topologyChanged();
    return () -> {
      directions.forEach(direction -> world.topology().endBlackhole(direction, cause));
      world.topologyChanged();
    };
  }
}
