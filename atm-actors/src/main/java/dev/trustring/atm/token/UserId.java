package dev.trustring.atm.token;

/**
 * A user account of a device; 100 is the first human user.
 *
 * @param value 0 or more (access-token §1.4)
 */
public record UserId(int value) implements Comparable<UserId> {
  /** The user most devices have. */
  public static final UserId FIRST = new UserId(100);

  public UserId {
    if (value < 0) {
      throw new IllegalArgumentException("a user id is 0 or more, not " + value);
    }
  }

  @Override
  public int compareTo(UserId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
