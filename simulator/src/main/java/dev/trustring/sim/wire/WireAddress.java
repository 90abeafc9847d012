package dev.trustring.sim.wire;

/**
 * Where an ActorSystem is found: the host its peers call, the host it listens on, and the port.
 * Port 0 lets the machine choose; the system's own address says afterwards which one it is.
 */
public record WireAddress(String host, String bindHost, int port) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int HIGHEST_PORT = 65_535;

  public WireAddress {
    if (host.isBlank() || bindHost.isBlank()) {
      throw new IllegalArgumentException("an address needs a host");
    }
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port is a number from 0 to 65535, not " + port);
    }
  }

  /** On this machine only. */
  public static WireAddress loopback(int port) {
    return new WireAddress(LOOPBACK, LOOPBACK, port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
