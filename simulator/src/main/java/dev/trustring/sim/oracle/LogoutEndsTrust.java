package dev.trustring.sim.oracle;

import dev.trustring.sim.world.Happening;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * With a logout go the rows that rest on the account (trust-and-softbus §1.5, §7). An account whose
 * token expires, or that is given up, leaves its rows where they are.
 */
final class LogoutEndsTrust implements Invariant {

  /** Who logged out of which account, and not in again. */
  private final Map<DeviceName, Map<OsAccountId, AccountId>> gone = new HashMap<>();

  @Override
  public String name() {
    return "logout-ends-trust";
  }

  @Override
  public String sentence() {
    return "no device keeps a same-account row of an account that its user has logged out of";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (happening instanceof Happening.TrustStored stored) {
      note(stored.device(), stored.event());
      return Optional.empty();
    }
    Map<OsAccountId, AccountId> left = gone.getOrDefault(happening.device(), Map.of());
    boolean looks =
        happening instanceof Happening.PeerState || happening instanceof Happening.Decided;
    return !looks || shadow.trusted(happening.device(), state -> !keepsAny(state, left))
        ? Optional.empty()
        : Optional.of(happening.device() + " still trusts by an account that is logged out");
  }

  private void note(DeviceName device, TrustEvent event) {
    Map<OsAccountId, AccountId> left = gone.computeIfAbsent(device, absent -> new TreeMap<>());
    if (event instanceof TrustEvent.LoggedOut out) {
      left.put(out.user(), out.account());
    } else if (event instanceof TrustEvent.LoggedIn in) {
      left.remove(in.user());
    }
  }

  private static boolean keepsAny(TrustState state, Map<OsAccountId, AccountId> left) {
    return left.entrySet().stream()
        .filter(one -> !state.loggedIn(one.getKey()).equals(Optional.of(one.getValue())))
        .anyMatch(one -> state.hasRow(row -> restsOn(row, one.getKey(), one.getValue())));
  }

  private static boolean restsOn(AccessRow row, OsAccountId user, AccountId account) {
    return row.bindType() == BindType.IDENTICAL_ACCOUNT
        && row.localUser().equals(user)
        && row.parties().localAccount().equals(Optional.of(account));
  }
}
