package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.net.Impairment;
import dev.trustring.sim.world.World;
import java.util.List;

/** Makes one direction slow. */
final class Delay implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "delay",
          List.of(
              FaultParam.required("from", FaultParam.Type.DEVICE, "the sending device"),
              FaultParam.required("to", FaultParam.Type.DEVICE, "the receiving device"),
              FaultParam.required("by", FaultParam.Type.DELAY, "how much longer everything takes")),
          true,
          "Everything that one device sends to another takes longer, gossip included.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    Direction direction = arguments.direction();
    world.topology().impair(direction, arguments.cause(), Impairment.delayOf(arguments.span("by")));
    world.topologyChanged();
    return () -> {
      world.topology().endImpairment(direction, arguments.cause());
      world.topologyChanged();
    };
  }
}
