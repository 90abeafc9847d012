package dev.trustring.sim.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of one device. Faults set it on the world's thread, the device's actors read it on
 * theirs.
 */
public final class DeviceClock implements InstantSource {

  private final InstantSource trueTime;
  private volatile ClockCourse course;

  DeviceClock(InstantSource trueTime, Duration offset) {
    this.trueTime = trueTime;
    this.course = ClockCourse.running(trueTime.instant(), offset);
  }

  @Override
  public Instant instant() {
    return course.shown(trueTime.instant());
  }

  ClockCourse course() {
    return course;
  }

  /** Sets it ahead by that much, or back when negative. */
  void skew(Duration by) {
    course = course.skewed(by);
  }

  /** Makes it faster by so many millionths, or slower when negative. */
  void drift(int ppm) {
    course = course.faster(trueTime.instant(), ppm);
  }

  /** The time of the data service, which is never set back. */
  InstantSource engine() {
    return () -> course.engine(trueTime.instant());
  }
}
