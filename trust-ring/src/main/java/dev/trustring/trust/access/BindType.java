package dev.trustring.trust.access;

/** What a row rests on, with the platform's number (trust-and-softbus §1.4). */
public enum BindType {
  IDENTICAL_ACCOUNT(1),
  SHARE(2),
  LNN(3),
  POINT_TO_POINT(256),
  ACROSS_ACCOUNT(1282);

  private final int number;

  BindType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
