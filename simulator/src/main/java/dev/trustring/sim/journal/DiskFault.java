package dev.trustring.sim.journal;

/** What is wrong with a disk. Reading works all the same. */
public enum DiskFault {
  NONE,
  /** Every write ends in an error of the device. */
  WRITES_FAIL,
  /** Every write is refused for want of space; deleting works. */
  FULL,
  /** Every write is refused, as the system has taken to reading only. */
  READ_ONLY;

  /** The word of the event log. */
  public String word() {
    return switch (this) {
      case NONE -> "well";
      case WRITES_FAIL -> "failing";
      case FULL -> "full";
      case READ_ONLY -> "read-only";
    };
  }

  /** Refuses what a disk with this fault does not write. */
  public void beforeWrite(String node) throws DiskException {
    if (this == FULL) {
      throw new DiskException.Full(node);
    }
    beforeDelete(node);
  }

  /** Refuses what a disk with this fault does not delete. */
  public void beforeDelete(String node) throws DiskException {
    switch (this) {
      case NONE, FULL -> {}
      case WRITES_FAIL -> throw new DiskException.WriteFailed(node);
      case READ_ONLY -> throw new DiskException.ReadOnly(node);
    }
  }
}
