package dev.trustring.trust.identity;

/** The digest of a HUAWEI ID: the only form in which an account leaves its device. */
public record AccountHash(String value) implements Comparable<AccountHash> {
  public AccountHash {
    Sha256.requireHex("an account hash", value);
  }

  /** The leading 16 characters, enough to tell accounts apart for a reader. */
  public String prefix() {
    return value.substring(0, 16);
  }

  @Override
  public int compareTo(AccountHash other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
