package dev.trustring.trust.access;

/** Where a credential comes from (trust-and-softbus §1.3). */
public enum CredentialType {
  ACCOUNT_RELATED(1),
  ACCOUNT_UNRELATED(2),
  ACCOUNT_SHARED(3);

  private final int number;

  CredentialType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
