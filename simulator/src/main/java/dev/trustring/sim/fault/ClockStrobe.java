package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.world.World;
import java.time.Duration;
import java.util.List;

/** A clock that is set to and fro: two sources of time that contradict each other. */
final class ClockStrobe implements FaultKind {

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "clock-strobe",
          "The device's clock is set ahead and back again, over and over.",
          List.of(
              FaultParam.required("device", FaultParam.Type.DEVICE, "the device"),
              FaultParam.required(
                  "by", FaultParam.Type.SPAN, "how far it jumps; below zero for back"),
              FaultParam.required("every", FaultParam.Type.PERIOD, "the time between two jumps")));

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    Jumps jumps = new Jumps(world, arguments);
    jumps.jump();
    return jumps::end;
  }

  /** Where the clock is at the moment, and what takes it elsewhere. */
  private static final class Jumps {
    private final World world;
    private final FaultArguments arguments;
    private final Duration by;
    private boolean away;
    private Agenda.Timer next = () -> false;

    Jumps(World world, FaultArguments arguments) {
      this.world = world;
      this.arguments = arguments;
      this.by = arguments.span("by");
    }

    void jump() {
      move();
      next = world.agenda().schedule(arguments.span("every"), this::jump);
    }

    private void move() {
      world.clocks().skew(arguments.device(), away ? by.negated() : by);
      away = !away;
    }

    void end() {
      next.cancel();
      if (away) {
        move();
      }
    }
  }
}
