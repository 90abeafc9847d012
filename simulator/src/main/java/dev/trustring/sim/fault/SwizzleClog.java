package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Clogs devices one after another in an order of chance, and lets them go in another one. Who is
 * hit, and when, is drawn from the stream of this one fault; at its end all are free.
 */
final class SwizzleClog implements FaultKind {

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "swizzle-clog",
          "Clogs some devices one by one, by chance, and lets them go in another order.",
          List.of(
              FaultParam.optional(
                  "devices", FaultParam.Type.DEVICES, "who may be hit; all devices if not given")));

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    List<DeviceName> all = world.scenario().deviceNames();
    List<DeviceName> victims = arguments.has("devices") ? arguments.devices("devices") : all;
    Swizzle swizzle = new Swizzle(world, arguments.cause());
    RandomGenerator chance =
        world.agenda().random().stream("fault", "swizzle-clog", arguments.cause().path());
    long half = arguments.lasts().orElseThrow().toNanos() / 2;
    boolean anybody = false;
    for (DeviceName victim : victims) {
      if (chance.nextBoolean() || !anybody) {
        anybody = true;
        swizzle.hit(victim, all, chance.nextLong(half + 1), half + chance.nextLong(half + 1));
      }
    }
    return swizzle::end;
  }

  /** The clogs that are to come and those that are there. */
  private static final class Swizzle {
    private final World world;
    private final FactKey cause;
    private final List<Agenda.Timer> toCome = new ArrayList<>();
    private final TreeMap<DeviceName, Runnable> there = new TreeMap<>();

    Swizzle(World world, FactKey cause) {
      this.world = world;
      this.cause = cause;
    }

    void hit(DeviceName victim, List<DeviceName> all, long from, long until) {
      FactKey own = new FactKey(cause.path() + "." + victim);
      List<Direction> around = new ArrayList<>();
      for (DeviceName other : all) {
        if (!other.equals(victim)) {
          Direction out = new Direction(victim, other);
          around.add(out);
          around.add(out.back());
        }
      }
      toCome.add(
          world.agenda().schedule(from, () -> there.put(victim, Clog.in(around, world, own))));
      toCome.add(world.agenda().schedule(until, () -> free(victim)));
    }

    private void free(DeviceName victim) {
      Runnable clog = there.remove(victim);
      if (clog != null) {
        clog.run();
      }
    }

    void end() {
      toCome.forEach(Agenda.Timer::cancel);
      List.copyOf(there.keySet()).forEach(this::free);
    }
  }
}
