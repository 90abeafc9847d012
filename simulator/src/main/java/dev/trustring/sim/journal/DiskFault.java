package dev.trustring.sim.journal;

/** What is wrong with a disk. Reading works all the same. */
public enum DiskFault {
  NONE,
  /** Every write ends in an error of the device. */
  WRITES_FAIL,
  /** Every write is refused for want of space; deleting works. */
  FULL
}
