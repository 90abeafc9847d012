package dev.trustring.sim.loop;

import java.io.Serial;

/** Work for a world came from a thread other than the world's own: the run is void. */
public final class ForeignThreadException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1;

  ForeignThreadException(String message) {
    super(message);
  }

  ForeignThreadException(String message, Throwable cause) {
    super(message, cause);
  }
}
