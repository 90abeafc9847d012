package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** Sets a device's clock. */
final class ClockSkew implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "clock-skew",
          List.of(
              FaultParam.required("device", FaultParam.Type.DEVICE, "the device"),
              FaultParam.required(
                  "by",
                  FaultParam.Type.SPAN,
                  "how far its clock is set ahead; below zero for back")),
          true,
          "The device's clock is set ahead or back.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.clocks().skew(arguments.device(), arguments.span("by"));
    return () -> world.clocks().skew(arguments.device(), arguments.span("by").negated());
  }
}
