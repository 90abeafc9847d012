package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;

/** Lets some devices be heard by others that they do not hear themselves. */
final class OneWayReach implements FaultKind {

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "one-way",
          "Frames go from some devices to others; everything on the way back is lost.",
          List.of(
              FaultParam.required("from", FaultParam.Type.DEVICES, "who is still heard"),
              FaultParam.required("to", FaultParam.Type.DEVICES, "who hears and is not heard")));

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    List<Direction> lost = new ArrayList<>();
    for (DeviceName heard : arguments.devices("from")) {
      for (DeviceName deaf : arguments.devices("to")) {
        if (!heard.equals(deaf)) {
          lost.add(new Direction(deaf, heard));
        }
      }
    }
    return Blackhole.in(lost, world, arguments.cause());
  }
}
