package dev.trustring.sim.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of one device: true time and how far it is off. Faults set it on the world's thread,
 * the device's actors read it on theirs.
 */
public final class DeviceClock implements InstantSource {

  private final InstantSource trueTime;
  private volatile Duration offset;
  private volatile Duration setBack = Duration.ZERO;

  DeviceClock(InstantSource trueTime, Duration offset) {
    this.trueTime = trueTime;
    this.offset = offset;
  }

  @Override
  public Instant instant() {
    return trueTime.instant().plus(offset);
  }

  /** Sets it ahead by that much, or back when negative. */
  void skew(Duration by) {
    offset = offset.plus(by);
    if (by.isNegative()) {
      setBack = setBack.plus(by.negated());
    }
  }

  /**
   * The time of the data service, which makes up for every setting back, so that it never runs
   * backwards (kv-store §2.4).
   */
  InstantSource engine() {
    return () -> instant().plus(setBack);
  }
}
