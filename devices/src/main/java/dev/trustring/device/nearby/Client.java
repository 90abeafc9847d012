package dev.trustring.device.nearby;

import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.Comparator;

/**
 * A package that uses the DeviceManager, of one user.
 *
 * @param system whether it is a process of the system, which sees every device
 */
public record Client(PkgName pkg, OsAccountId user, boolean system) implements Comparable<Client> {

  private static final Comparator<Client> ORDER =
      Comparator.<Client, String>comparing(client -> client.pkg().value())
          .thenComparingInt(client -> client.user().value());

  @Override
  public int compareTo(Client other) {
    return ORDER.compare(this, other);
  }
}
