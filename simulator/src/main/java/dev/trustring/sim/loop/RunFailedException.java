package dev.trustring.sim.loop;

import java.io.Serial;

/** A task of the world threw, or a part of it declared the run failed; the cause says why. */
public final class RunFailedException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1;

  public RunFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
