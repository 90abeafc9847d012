package dev.trustring.sim.loop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The loop's virtual time as a {@link Clock}. */
final class VirtualClock extends Clock {
  private final RunLoop loop;
  private final ZoneId zone;

  VirtualClock(RunLoop loop) {
    this(loop, ZoneOffset.UTC);
  }

  private VirtualClock(RunLoop loop, ZoneId zone) {
    this.loop = loop;
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId newZone) {
    return new VirtualClock(loop, newZone);
  }

  @Override
  public Instant instant() {
    return loop.now();
  }
}
