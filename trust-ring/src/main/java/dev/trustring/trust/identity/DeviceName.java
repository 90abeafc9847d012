package dev.trustring.trust.identity;

/** The short name of a device, as a scenario and DeviceManager show it. */
public record DeviceName(String value) implements Comparable<DeviceName> {
  public DeviceName {
    if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "a device name has 1 to 64 letters, digits, '_' or '-': '" + value + "'");
    }
  }

  @Override
  public int compareTo(DeviceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
