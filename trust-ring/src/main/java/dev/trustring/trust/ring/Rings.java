package dev.trustring.trust.ring;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustState;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rings that follow from what a device has stored, in the order of their ids. The foreground
 * user gives an account ring if it is logged in, alone or not; each peer with an active row of a
 * bond gives a ring of two. A user whom an administrator forbids it is in no ring (§7).
 */
public final class Rings {
  private Rings() {}

  public static List<Ring> of(TrustState state, DeviceIdentity self) {
    SortedMap<RingId, Ring> rings = new TreeMap<>();
    if (!state.isForegroundConstrained()) {
      state
          .loggedIn(state.foregroundUser())
          .map(id -> accountRing(state, self, id))
          .ifPresent(ring -> add(rings, ring));
      state.rows().stream()
          .filter(AccessRow::isActive)
          .map(row -> ring(state, self, row))
          .forEach(ring -> add(rings, ring));
    }
    return List.copyOf(rings.values());
  }

  /** A row of an account outlives the expiry of its token, and keeps the ring up (§7). */
  private static Ring ring(TrustState state, DeviceIdentity self, AccessRow row) {
    return row.bindType() == BindType.IDENTICAL_ACCOUNT
        ? accountRing(state, self, row.parties().localAccount().orElseThrow())
        : bondRing(self, row);
  }

  private static Ring accountRing(TrustState state, DeviceIdentity self, AccountId account) {
    Stream<DeviceName> peers =
        state.rows().stream()
            .filter(row -> row.isActive() && row.bindType() == BindType.IDENTICAL_ACCOUNT)
            .filter(row -> row.parties().localAccount().filter(account::equals).isPresent())
            .map(row -> row.parties().peer().name());
    return Ring.ofAccount(account, Stream.concat(Stream.of(self.name()), peers).toList());
  }

  private static Ring bondRing(DeviceIdentity self, AccessRow row) {
    return Ring.ofBond(self, row.parties().peer());
  }

  private static void add(SortedMap<RingId, Ring> rings, Ring ring) {
    rings.merge(ring.id(), ring, Ring::joinedWith);
  }
}
