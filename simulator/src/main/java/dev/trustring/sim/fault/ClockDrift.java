package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/**
 * Lets a device's clock run fast or slowly. At the end it is set right, as a device does that hears
 * the network's time; until then it notices nothing, so peers go by an offset that is no more
 * (kv-store §2.4, §3.5).
 */
final class ClockDrift implements FaultKind {

  /** A clock that is slower than this by any more would run backwards. */
  private static final int MOST = 1_000_000;

  private static final String SLOW = "slow";

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "clock-drift",
          "The device's clock runs fast or slowly, and is set right at the end.",
          List.of(
              FaultParam.required("device", FaultParam.Type.DEVICE, "the device"),
              FaultParam.required(
                  "ppm",
                  FaultParam.Type.COUNT,
                  "by how many millionths; more than a million count as a million"),
              FaultParam.word("runs", false, List.of("fast", SLOW), "fast if not given")));

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    int ppm = Math.min(arguments.count("ppm"), MOST);
    boolean slow = arguments.text("runs", "fast").equals(SLOW);
    return world.clocks().drift(arguments.device(), slow ? -ppm : ppm);
  }
}
