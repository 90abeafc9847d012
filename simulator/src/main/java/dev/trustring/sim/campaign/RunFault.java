package dev.trustring.sim.campaign;

import org.jspecify.annotations.Nullable;

/** A run of a campaign failed, and not because of what it played. */
public final class RunFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunFault(int number, @Nullable Throwable cause) {
    super("run " + number + ": " + cause, cause);
  }

  /** It failed in another process, which said this. */
  RunFault(int number, String says) {
    super("run " + number + ": " + says);
  }
}
