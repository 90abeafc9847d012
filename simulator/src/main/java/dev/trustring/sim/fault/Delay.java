package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.net.Impairment;
import dev.trustring.sim.world.World;

/** Makes one direction slow. */
final class Delay implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "delay",
          OneWay.params(
              FaultParam.required("by", FaultParam.Type.DELAY, "how much longer everything takes")),
          true,
          "Everything that one device sends to another takes longer, gossip included.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    return OneWay.impair(world, arguments, Impairment.delayOf(arguments.span("by")));
  }
}
