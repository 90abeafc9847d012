package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.net.Impairment;
import dev.trustring.sim.world.World;
import java.util.List;

/** Makes one direction lossy. */
final class Loss implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "loss",
          List.of(
              FaultParam.required("from", FaultParam.Type.DEVICE, "the sending device"),
              FaultParam.required("to", FaultParam.Type.DEVICE, "the receiving device"),
              FaultParam.required(
                  "rate", FaultParam.Type.SHARE, "the part that is lost, from 0 to 1")),
          true,
          "A part of what one device sends to another is lost, gossip included.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    Direction direction = arguments.direction();
    world
        .topology()
        .impair(direction, arguments.cause(), Impairment.lossOf(arguments.share("rate")));
    world.topologyChanged();
    return () -> {
      world.topology().endImpairment(direction, arguments.cause());
      world.topologyChanged();
    };
  }
}
