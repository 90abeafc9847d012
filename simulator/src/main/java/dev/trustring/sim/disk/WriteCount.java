package dev.trustring.sim.disk;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the writes of a device that are on their way to its disk; asked by any thread. */
final class WriteCount {
  private final AtomicInteger underWay = new AtomicInteger();

  void begins() {
    underWay.incrementAndGet();
  }

  void ends() {
    underWay.decrementAndGet();
  }

  int underWay() {
    return underWay.get();
  }
}
