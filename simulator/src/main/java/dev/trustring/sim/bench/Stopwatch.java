package dev.trustring.sim.bench;

/** Real time and processor time since it was started. */
final class Stopwatch {

  private static final double NANOS_PER_SECOND = 1e9;

  private final long begun = System.nanoTime();
  private final double cpuBefore = Machine.cpuSeconds();

  /** So long it took. */
  record Lap(double seconds, double cpuSeconds) {

    static final Lap NEVER = new Lap(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    Lap orBetter(Lap other) {
      return other.seconds < seconds ? other : this;
    }
  }

  Lap lap() {
    return new Lap(
        (System.nanoTime() - begun) / NANOS_PER_SECOND, Machine.cpuSeconds() - cpuBefore);
  }
}
