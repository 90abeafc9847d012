package dev.trustring.trust.identity;

/** A local user (OS account) of one device: 0 is the system, people start at 100. */
public record OsAccountId(int value) implements Comparable<OsAccountId> {
  public static final OsAccountId SYSTEM = new OsAccountId(0);
  public static final OsAccountId FIRST = new OsAccountId(100);

  public OsAccountId {
    if (value < 0) {
      throw new IllegalArgumentException("an OS account id is not negative: " + value);
    }
  }

  public boolean isSystem() {
    return value == 0;
  }

  @Override
  public int compareTo(OsAccountId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
