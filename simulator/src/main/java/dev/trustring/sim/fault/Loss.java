package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.net.Impairment;
import dev.trustring.sim.world.World;

/** Makes one direction lossy. */
final class Loss implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "loss",
          OneWay.params(
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
    return OneWay.impair(world, arguments, Impairment.lossOf(arguments.share("rate")));
  }
}
