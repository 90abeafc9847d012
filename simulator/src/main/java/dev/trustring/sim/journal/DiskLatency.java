package dev.trustring.sim.journal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long one operation takes: anything from min to max, each equally likely. */
public record DiskLatency(Duration min, Duration max) {
  public DiskLatency {
    if (min.isNegative() || max.compareTo(min) < 0) {
      throw new IllegalArgumentException("a latency runs from min >= 0 to max >= min");
    }
  }

  public static DiskLatency micros(long min, long max) {
    return new DiskLatency(Duration.ofNanos(min * 1_000), Duration.ofNanos(max * 1_000));
  }

  long drawNanos(RandomGenerator random) {
    return random.nextLong(min.toNanos(), max.toNanos() + 1);
  }
}
