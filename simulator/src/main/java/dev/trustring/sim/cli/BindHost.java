package dev.trustring.sim.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** An address of this machine on which devices listen, and by which others call them. */
record BindHost(String name, boolean isLoopback) {

  /** This machine only. */
  static final BindHost LOOPBACK = new BindHost("127.0.0.1", true);

  /** The host of that name; peers must be able to call it, so it cannot stand for all addresses. */
  static BindHost named(String name) {
    try {
      InetAddress address = InetAddress.getByName(name);
      if (name.isBlank() || address.isAnyLocalAddress()) {
        throw new UsageException(
            "--bind: '"
                + name
                + "' is no single address; name one by which others reach this host");
      }
      return new BindHost(name, address.isLoopbackAddress());
    } catch (UnknownHostException e) {
      throw new UsageException("--bind: no address is known for the host " + name);
    }
  }
}
