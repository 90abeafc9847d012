package dev.trustring.trust.ledger;

/** Where the HUAWEI ID of one OS account stands, with the platform's numbers (§7). */
public enum AccountState {
  INVALID(-1),
  UNBOUND(0),
  LOGIN(1),
  NOT_LOGIN(2),
  LOGOFF(3),
  TOKEN_EXPIRED(4);

  private final int number;

  AccountState(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** Whether a login leads anywhere: a second one without a logout between is ignored. */
  public boolean acceptsLogin() {
    return this != LOGIN && this != INVALID;
  }

  /** Whether a logout leads anywhere. An expired token can still be logged out. */
  public boolean acceptsLogout() {
    return this == LOGIN || this == TOKEN_EXPIRED;
  }
}
