package dev.trustring.trust.identity;

import java.nio.charset.StandardCharsets;

/** The bundle or process that asks DeviceManager, 1 to 255 bytes (trust-and-softbus §2.1). */
public record PkgName(String value) implements Comparable<PkgName> {
  public PkgName {
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (value.isBlank() || bytes > 255) {
      throw new IllegalArgumentException("a package name has 1 to 255 bytes: '" + value + "'");
    }
  }

  @Override
  public int compareTo(PkgName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
