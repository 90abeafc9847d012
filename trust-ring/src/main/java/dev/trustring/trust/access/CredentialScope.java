package dev.trustring.trust.access;

/** What a credential is good for (trust-and-softbus §1.3). */
public enum CredentialScope {
  DEVICE(1),
  USER(2),
  APP(3);

  private final int number;

  CredentialScope(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The scope of the data credential of a bond; a service shares that of apps (unverified). */
  public static CredentialScope of(BindLevel level) {
    return level == BindLevel.USER ? USER : APP;
  }
}
