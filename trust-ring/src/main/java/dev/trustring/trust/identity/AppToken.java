package dev.trustring.trust.identity;

/** The token id of an app as access rows keep it; 0 where nobody told (trust-and-softbus §1.1). */
public record AppToken(long value) implements Comparable<AppToken> {
  public static final AppToken UNKNOWN = new AppToken(0);

  public AppToken {
    if (value < 0) {
      throw new IllegalArgumentException("a token id is not negative: " + value);
    }
  }

  public boolean isKnown() {
    return value != 0;
  }

  @Override
  public int compareTo(AppToken other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
