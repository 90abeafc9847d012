package dev.trustring.sim.bench;

import java.io.Serial;

/** A benchmark did not come to its end; the message says how far it came. */
public final class BenchException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  BenchException(String message) {
    super(message, null, false, false);
  }
}
