package dev.trustring.trust.identity;

/** A HUAWEI ID. "Nobody logged in" is an absent AccountId, never the platform's anonymous text. */
public record AccountId(String value) implements Comparable<AccountId> {
  private static final String ANONYMOUS = "ohosAnonymousUid";

  public AccountId {
    if (!isLegal(value)) {
      throw new IllegalArgumentException(
          "a HUAWEI ID has 1 to 256 characters and is not '" + ANONYMOUS + "': '" + value + "'");
    }
  }

  /** Whether a text is a HUAWEI ID at all. */
  public static boolean isLegal(String value) {
    return !value.isBlank() && value.length() <= 256 && !value.equals(ANONYMOUS);
  }

  public AccountHash hash() {
    return new AccountHash(Sha256.hex(value));
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
