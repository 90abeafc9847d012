package dev.trustring.sim.journal;

import java.io.IOException;
import java.io.Serial;

/** A disk did not do what it was asked for; the kinds say why. */
public abstract sealed class DiskException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private DiskException(String message) {
    super(message);
  }

  /** The device reported an error. */
  public static final class WriteFailed extends DiskException {
    @Serial private static final long serialVersionUID = 1;

    WriteFailed(String node) {
      super("the disk of " + node + " failed to write");
    }
  }

  /** There is no space left. */
  public static final class Full extends DiskException {
    @Serial private static final long serialVersionUID = 1;

    Full(String node) {
      super("the disk of " + node + " is full");
    }
  }

  /** The disk may only be read. */
  public static final class ReadOnly extends DiskException {
    @Serial private static final long serialVersionUID = 1;

    ReadOnly(String node) {
      super("the disk of " + node + " is read-only");
    }
  }
}
