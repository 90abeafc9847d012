package dev.trustring.trust.identity;

/** The hardware id of a device: 64 hex characters that never change (trust-and-softbus §1.1). */
public record Udid(String value) implements Comparable<Udid> {
  public Udid {
    Sha256.requireHex("a udid", value);
  }

  /** Simulated hardware: the name of a device decides its udid, so that runs can be compared. */
  public static Udid of(DeviceName name) {
    return new Udid(Sha256.hex(name.value()));
  }

  /** The leading 16 characters, enough to tell devices apart for a reader. */
  public String prefix() {
    return value.substring(0, 16);
  }

  @Override
  public int compareTo(Udid other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
