package dev.trustring.sim.journal;

/** What is wrong with a disk. Reading works all the same. */
public enum DiskFault {
  NONE,
  /** Every write ends in an error of the device. */
  WRITES_FAIL,
  /** Every write is refused for want of space; deleting works. */
  FULL,
  /** Every write is refused, as the system has taken to reading only. */
  READ_ONLY,
  /** Nothing that is written gets to where it lasts, and nobody is told that it did. */
  LOSING,
  /** Of what is written in one go the first part gets there, and nobody is told. */
  TEARING;

  /** The word of the event log. */
  public String word() {
    return switch (this) {
      case NONE -> "well";
      case WRITES_FAIL -> "failing";
      case FULL -> "full";
      case READ_ONLY -> "read-only";
      case LOSING -> "losing writes";
      case TEARING -> "tearing writes";
    };
  }

  /** Whether whoever writes waits for an answer until the power goes. */
  public boolean isSilent() {
    return this == LOSING || this == TEARING;
  }

  /** How many of so many transactions that are written in one go get to the disk. */
  public int kept(int transactions) {
    return switch (this) {
      case LOSING -> 0;
      case TEARING -> (transactions + 1) / 2;
      case NONE, WRITES_FAIL, FULL, READ_ONLY -> transactions;
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
      case NONE, FULL, LOSING, TEARING -> {}
      case WRITES_FAIL -> throw new DiskException.WriteFailed(node);
      case READ_ONLY -> throw new DiskException.ReadOnly(node);
    }
  }
}
