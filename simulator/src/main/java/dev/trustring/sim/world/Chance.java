package dev.trustring.sim.world;

import dev.trustring.kv.point.FaultPoint;
import dev.trustring.kv.point.FaultPoints;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The fault points of one device in a run. One that is on fires once in four times, by chance of a
 * stream of its own, so that it shifts no other draw; one that is off costs no draw.
 */
record Chance(Agenda agenda, DeviceName device, List<FaultPoint> on) implements FaultPoints {

  private static final int ONE_IN = 4;

  /** Those of a device of that world; real time has no seed, so none is on there. */
  static Chance of(World world, DeviceName device) {
    Agenda agenda = world.agenda();
    List<FaultPoint> on = agenda.isRealTime() ? List.of() : world.scenario().faultPoints();
    return new Chance(agenda, device, on);
  }

  /** Whether a write is late. */
  BooleanSupplier ofDisk() {
    return () -> fires(FaultPoint.DISK_LATE);
  }

  @Override
  public boolean fires(FaultPoint point) {
    return on.contains(point)
        && agenda.random().stream("fault-point", device.value(), point.word()).nextInt(ONE_IN) == 0;
  }
}
