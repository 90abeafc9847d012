package dev.trustring.sim.world;

import java.io.Serial;

/** A host cannot be set up as asked: a port, a folder, a certificate. One line says why. */
public final class HostException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public HostException(String line) {
    super(line);
  }

  public HostException(String line, Throwable cause) {
    super(line, cause);
  }
}
