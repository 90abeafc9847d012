package dev.trustring.sim.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Where a world's own work is done: one thread, its time and its chance. A {@link RunLoop} is one
 * in virtual time; a world of real devices has one in real time.
 */
public interface Agenda extends AutoCloseable {

  /** Something that will be done at a moment. */
  interface Timer {
    /** Takes it off the agenda; false when it is done or was taken off already. */
    boolean cancel();
  }

  /** Nanoseconds since this agenda began. */
  long nowNanos();

  /** The same as an instant; the true time of the world. */
  Instant now();

  RandomStreams random();

  /** Does this after so many nanoseconds; things of one instant are done in scheduling order. */
  Timer schedule(long delayNanos, Runnable action);

  default Timer schedule(Duration delay, Runnable action) {
    return schedule(delay.toNanos(), action);
  }

  /**
   * Does this on the world's thread: at once when called there, otherwise as soon as its turn
   * comes. What actors of real devices tell the world comes in this way.
   */
  void enter(Runnable action);

  /** Declares the run failed; the first failure counts. */
  void fail(Exception cause);

  /** Goes on for this long. */
  void runFor(Duration duration);

  /** Goes on while the condition holds, this long at most; false when it still holds at the end. */
  boolean runWhile(BooleanSupplier condition, Duration atMost);

  /** Whether a moment without work costs time that somebody waits for. */
  boolean isRealTime();

  @Override
  void close();
}
