package dev.trustring.trust.level;

import java.util.Arrays;
import java.util.Optional;

/**
 * What kind of device a level credential is made for, and the highest level it may claim
 * (trust-and-softbus §4.2). For a mini device the limit of a small one is taken (unverified).
 */
public enum CredentialKind {
  MINI(1000, 2),
  SMALL(2000, 2),
  STANDARD(3000, 5),
  /** Named by the platform; its verifier does not take it. */
  LARGE(4000, 0);

  private final int number;
  private final int highest;

  CredentialKind(int number, int highest) {
    this.number = number;
    this.highest = highest;
  }

  public int number() {
    return number;
  }

  public boolean mayClaim(int level) {
    return level <= highest;
  }

  /** The kind of that number which the verifier takes. */
  static Optional<CredentialKind> taken(int number) {
    return Arrays.stream(values())
        .filter(kind -> kind.number == number && kind != LARGE)
        .findFirst();
  }
}
