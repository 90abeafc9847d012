package dev.trustring.atm.permission;

/**
 * The full name of a permission, such as {@code ohos.permission.CAMERA} (access-token §2.1).
 *
 * @param value 1 to 256 characters; it need not be defined by the platform
 */
public record PermissionName(String value) implements Comparable<PermissionName> {
  /** Longest name the platform accepts. */
  public static final int LENGTH_MAX = 256;

  /** Lets an app exchange data with the user's other devices. */
  public static final PermissionName DISTRIBUTED_DATASYNC = of("DISTRIBUTED_DATASYNC");

  static final String PREFIX = "ohos.permission.";

  public PermissionName {
    if (!isLegal(value)) {
      throw new IllegalArgumentException(
          "a permission name has 1 to " + LENGTH_MAX + " characters, not " + value.length());
    }
  }

  /** Whether the platform takes this text as a name, defined or not. */
  public static boolean isLegal(String value) {
    return !value.isEmpty() && value.length() <= LENGTH_MAX;
  }

  /**
   * The name a person means: a short form such as {@code CAMERA} gets the platform's prefix, a name
   * that is already qualified stays as it is.
   */
  public static PermissionName of(String name) {
    return new PermissionName(isQualified(name) ? name : PREFIX.concat(name));
  }

  private static boolean isQualified(String name) {
    return name.isEmpty() || name.startsWith("ohos.") || name.contains(".permission.");
  }

  /** The name without the platform's prefix; other vendors' names stay whole. */
  public String shortName() {
    return value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value;
  }

  @Override
  public int compareTo(PermissionName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
