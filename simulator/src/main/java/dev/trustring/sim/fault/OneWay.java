package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.net.Impairment;
import dev.trustring.sim.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the faults of one direction between two devices have in common. */
final class OneWay {

  private static final List<FaultParam> ENDS =
      List.of(
          FaultParam.required("from", FaultParam.Type.DEVICE, "the sending device"),
          FaultParam.required("to", FaultParam.Type.DEVICE, "the receiving device"));

  private OneWay() {}

  /** The two devices, and what else the fault is to be told. */
  static List<FaultParam> params(FaultParam... more) {
    return Stream.concat(ENDS.stream(), Arrays.stream(more)).toList();
  }

  /** Impairs the direction until the answer is run. */
  static Runnable impair(World world, FaultArguments arguments, Impairment by) {
    Direction direction = arguments.direction();
    world.topology().impair(direction, arguments.cause(), by);
    world.topologyChanged();
    return () -> {
      world.topology().endImpairment(direction, arguments.cause());
      world.topologyChanged();
    };
  }
}
