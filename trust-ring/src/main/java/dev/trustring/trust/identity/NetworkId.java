package dev.trustring.trust.identity;

/**
 * The id under which apps and the soft bus address a device until it rotates (trust-and-softbus
 * §1.1, §5.4). Trust is never keyed by it.
 */
public record NetworkId(String value) implements Comparable<NetworkId> {
  public NetworkId {
    Sha256.requireHex("a networkId", value);
  }

  /** A fresh id for each boot; derived, where the platform draws one, so that runs repeat. */
  public static NetworkId of(Udid udid, int boot) {
    return new NetworkId(Sha256.hex(udid.value() + "|" + boot));
  }

  /** The id after so many rotations since that boot. */
  public static NetworkId of(Udid udid, int boot, int rotation) {
    return rotation == 0
        ? of(udid, boot)
        : new NetworkId(Sha256.hex(udid.value() + "|" + boot + "|" + rotation));
  }

  @Override
  public int compareTo(NetworkId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
