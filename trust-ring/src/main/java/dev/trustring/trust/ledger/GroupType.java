package dev.trustring.trust.ledger;

import java.util.Arrays;
import java.util.Optional;

/** What the members of a HiChain group have in common (trust-and-softbus §1.2). */
public enum GroupType {
  IDENTICAL_ACCOUNT(1),
  PEER_TO_PEER(256),
  ACROSS_ACCOUNT(1282);

  private final int number;

  GroupType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  public static Optional<GroupType> of(long number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }
}
