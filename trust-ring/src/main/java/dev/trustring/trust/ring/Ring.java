package dev.trustring.trust.ring;

import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A ring as one device knows it: itself and the peers its own rows name. Another member may know
 * others, or may not count this device in.
 *
 * @param key what shows that somebody belongs to it
 */
public record Ring(RingId id, RingKind kind, SortedSet<DeviceName> members, RingKey key) {
  public Ring {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
  }

  /** The ring of everybody who is logged in to this account. */
  public static Ring ofAccount(AccountId account, Collection<DeviceName> members) {
    return new Ring(
        RingId.ofAccount(account.hash()),
        RingKind.ACCOUNT,
        new TreeSet<>(members),
        RingKey.ofAccount(account));
  }

  /** The ring of two bonded devices. */
  public static Ring ofBond(DeviceIdentity one, DeviceIdentity other) {
    return new Ring(
        RingId.ofBond(one.udid(), other.udid()),
        RingKind.BOND,
        new TreeSet<>(List.of(one.name(), other.name())),
        RingKey.ofBond(one.udid(), other.udid()));
  }

  /** The same ring as two of its rows name it. */
  Ring joinedWith(Ring same) {
    SortedSet<DeviceName> all = new TreeSet<>(members);
    all.addAll(same.members());
    return new Ring(id, kind, all, key);
  }
}
