package dev.trustring.device.net;

/** The name under which a session server listens, of 1 to 255 characters. */
public record SessionName(String value) implements Comparable<SessionName> {

  private static final int LENGTH_MAX = 255;

  public SessionName {
    if (value.isBlank() || value.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("a session name has 1 to " + LENGTH_MAX + " characters");
    }
  }

  @Override
  public int compareTo(SessionName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
