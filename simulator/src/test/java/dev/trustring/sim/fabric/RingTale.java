package dev.trustring.sim.fabric;

import dev.trustring.sim.loop.EventTrace;

/** A ring's life with a cut, a crash, a return, a newcomer and a farewell. */
public final class RingTale {
  private RingTale() {}

  public static EventTrace told(long seed) {
    try (RingOnLoop ring = RingOnLoop.seeded(seed)) {
      ring.up("phone", "tablet", "watch", "tv");
      ring.cut("phone", "tv");
      ring.cutOneWay("tablet", "watch");
      ring.run(40);
      ring.start("car");
      ring.join("car", "tablet");
      ring.run(10);
      ring.heal();
      ring.crash("tablet");
      ring.run(30);
      ring.start("tablet");
      ring.join("tablet", "phone");
      ring.run(20);
      ring.leave("watch");
      ring.run(30);
      ring.fabricTrace();
      return ring.trace;
    }
  }
}
