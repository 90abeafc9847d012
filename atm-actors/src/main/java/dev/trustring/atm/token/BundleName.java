package dev.trustring.atm.token;

/**
 * The name of an app's bundle, such as {@code com.example.notes}.
 *
 * @param value 1 to 256 characters (access-token §1.4)
 */
public record BundleName(String value) implements Comparable<BundleName> {
  /** Longest name the AccessTokenManager accepts. */
  public static final int LENGTH_MAX = 256;

  public BundleName {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a bundle name has 1 to " + LENGTH_MAX + " characters, not " + value.length());
    }
  }

  @Override
  public int compareTo(BundleName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
