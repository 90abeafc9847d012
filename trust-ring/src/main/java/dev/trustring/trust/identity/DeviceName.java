package dev.trustring.trust.identity;

import java.util.regex.Pattern;

/** The short name of a device, as a scenario and DeviceManager show it. */
public record DeviceName(String value) implements Comparable<DeviceName> {

  /** Made once: every row that comes in names devices. */
  private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public DeviceName {
    if (!LEGAL.matcher(value).matches()) {
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
