package dev.trustring.trust.access;

/** What a store asks of the two users that sync it (kv-store §4.4). */
public enum AuthType {
  DEFAULT(0),
  IDENTICAL_ACCOUNT(1);

  private final int number;

  AuthType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
