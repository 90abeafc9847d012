package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.world.World;
import java.util.List;

/** Holds everything in one direction, and lets it go in a burst. */
final class Clog implements FaultKind {

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "clog",
          "What one device sends to another is held, and arrives in a burst when it is over.",
          OneWay.params());

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    return in(List.of(arguments.direction()), world, arguments.cause());
  }

  /** Clogs these directions until the answer is run. */
  static Runnable in(List<Direction> directions, World world, FactKey cause) {
    directions.forEach(direction -> world.topology().clog(direction, cause));
    world.topologyChanged();
    return () -> {
      directions.forEach(direction -> world.topology().endClog(direction, cause));
      world.topologyChanged();
    };
  }
}
