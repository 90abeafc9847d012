package dev.trustring.sim.world;

import java.time.Duration;
import java.time.Instant;

/**
 * How the clock of a device goes beside true time.
 *
 * @param since from when on it goes like this
 * @param ahead how far it was ahead of true time then; below zero when it was behind
 * @param setBack by how much it has been set back so far, in all
 * @param ppm how much faster it runs, in millionths; below zero when it runs slower
 */
public record ClockCourse(Instant since, Duration ahead, Duration setBack, int ppm) {

  private static final long MILLION = 1_000_000;

  /** A clock that runs true, and was never set back. */
  static ClockCourse running(Instant since, Duration ahead) {
    return new ClockCourse(since, ahead, Duration.ZERO, 0);
  }

  /** What it shows. */
  public Instant shown(Instant trueTime) {
    return trueTime.plus(ahead).plus(gain(Duration.between(since, trueTime), ppm));
  }

  /**
   * The time of the data service, which makes up for every setting back, so that it never runs
   * backwards (kv-store §2.4). A clock that runs slowly still runs forwards, so that shows.
   */
  public Instant engine(Instant trueTime) {
    return shown(trueTime).plus(setBack);
  }

  /** Set ahead by that much, or back when negative. */
  ClockCourse skewed(Duration by) {
    Duration back = by.isNegative() ? setBack.plus(by.negated()) : setBack;
    return new ClockCourse(since, ahead.plus(by), back, ppm);
  }

  /** From now on faster by so many millionths more. */
  ClockCourse faster(Instant trueTime, int by) {
    return new ClockCourse(
        trueTime, Duration.between(trueTime, shown(trueTime)), setBack, ppm + by);
  }

  /** How far a clock of that rate is ahead after such a time. */
  static Duration gain(Duration time, int ppm) {
    return Duration.ofNanos(
        time.toNanos() / MILLION * ppm + time.toNanos() % MILLION * ppm / MILLION);
  }
}
