package dev.trustring.trust.ring;

import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.Udid;

/** The name of a ring; every member works it out by itself and gets the same. */
public record RingId(String value) implements Comparable<RingId> {

  public static RingId ofAccount(AccountHash account) {
    return new RingId("account:" + account.prefix());
  }

  /** The two udids are put in order, so that both ends agree. */
  public static RingId ofBond(Udid one, Udid other) {
    boolean inOrder = one.compareTo(other) <= 0;
    Udid first = inOrder ? one : other;
    Udid second = inOrder ? other : one;
    return new RingId("bond:" + first.prefix() + "+" + second.prefix());
  }

  @Override
  public int compareTo(RingId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
