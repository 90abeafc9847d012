package dev.trustring.trust.access;

/** Which end of a credential a device is: the one that leads, or its accessory (§1.3). */
public enum CredentialSubject {
  PRIMARY(1),
  ACCESSORY(2);

  private final int number;

  CredentialSubject(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
