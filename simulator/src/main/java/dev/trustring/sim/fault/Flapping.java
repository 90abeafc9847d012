package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.world.World;
import java.time.Duration;
import java.util.List;

/** A partition that comes and goes. */
final class Flapping implements FaultKind {

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "flapping",
          "Cuts groups of devices apart and joins them again, over and over.",
          List.of(
              FaultParam.required(
                  "groups",
                  FaultParam.Type.GROUPS,
                  "devices that can always reach each other, group by group"),
              FaultParam.required("down", FaultParam.Type.PERIOD, "how long each cut lasts"),
              FaultParam.required("up", FaultParam.Type.PERIOD, "how long they are joined then")));

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    Turns turns = new Turns(world, arguments);
    turns.down();
    return turns::end;
  }

  /** The cut that is there or not, and what ends this turn. */
  private static final class Turns {
    private final World world;
    private final FaultArguments arguments;
    private Runnable join = () -> {};
    private Agenda.Timer next = () -> false;

    Turns(World world, FaultArguments arguments) {
      this.world = world;
      this.arguments = arguments;
    }

    void down() {
      join = Partition.between(arguments.groups("groups"), world, arguments.cause());
      next = after("down", this::up);
    }

    private void up() {
      join.run();
      next = after("up", this::down);
    }

    private Agenda.Timer after(String name, Runnable then) {
      Duration span = arguments.span(name);
      return world.agenda().schedule(span, then);
    }

    void end() {
      next.cancel();
      join.run();
    }
  }
}
