package dev.trustring.trust;

import dev.trustring.trust.account.AccountAuth;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.bind.BindPolicy;
import dev.trustring.trust.bind.BindSession;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The dialogues a device is in the middle of, whether its screen is locked, who is there, and the
 * code it was told for a bind. They live in memory: a crash forgets them, and a screen is then open
 * again (our choice, unverified).
 *
 * @param online the peers that are online
 * @param absences the timers that run for rows allowed once
 * @param unlocked the users that have been unlocked since boot
 * @param imported the code of the next bind that goes by one
 * @param policy what services have told of binds with this device
 */
public record Sessions(
    Optional<BindSession> bind,
    List<AccountAuth> hellos,
    boolean screenLocked,
    SortedSet<Udid> online,
    List<TimerKey.OfAbsence> absences,
    SortedSet<OsAccountId> unlocked,
    Optional<AuthCode> imported,
    BindPolicy policy) {
  public static final Sessions NONE =
      new Sessions(
          Optional.empty(),
          List.of(),
          false,
          new TreeSet<>(),
          List.of(),
          new TreeSet<>(),
          Optional.empty(),
          BindPolicy.NONE);

  public Sessions {
    hellos = List.copyOf(hellos);
    online = Collections.unmodifiableSortedSet(new TreeSet<>(online));
    absences = List.copyOf(absences);
    unlocked = Collections.unmodifiableSortedSet(new TreeSet<>(unlocked));
  }

  /** What outlives a restart of the trust service alone. */
  Sessions afterRestart() {
    return new Sessions(
        Optional.empty(), List.of(), false, online, List.of(), unlocked, Optional.empty(), policy);
  }

  Sessions withBind(Optional<BindSession> changed) {
    return new Sessions(
        changed, hellos, screenLocked, online, absences, unlocked, imported, policy);
  }

  Sessions withHellos(List<AccountAuth> changed) {
    return new Sessions(bind, changed, screenLocked, online, absences, unlocked, imported, policy);
  }

  Sessions withScreenLocked(boolean locked) {
    return new Sessions(bind, hellos, locked, online, absences, unlocked, imported, policy);
  }

  Sessions withOnline(Udid peer, boolean isOnline) {
    SortedSet<Udid> changed = new TreeSet<>(online);
    if (isOnline) {
      changed.add(peer);
    } else {
      changed.remove(peer);
    }
    return new Sessions(bind, hellos, screenLocked, changed, absences, unlocked, imported, policy);
  }

  Sessions withAbsences(List<TimerKey.OfAbsence> changed) {
    return new Sessions(bind, hellos, screenLocked, online, changed, unlocked, imported, policy);
  }

  Sessions withUnlocked(OsAccountId user) {
    SortedSet<OsAccountId> changed = new TreeSet<>(unlocked);
    changed.add(user);
    return new Sessions(bind, hellos, screenLocked, online, absences, changed, imported, policy);
  }

  Sessions withImported(Optional<AuthCode> code) {
    return new Sessions(bind, hellos, screenLocked, online, absences, unlocked, code, policy);
  }

  Sessions withPolicy(BindPolicy changed) {
    return new Sessions(bind, hellos, screenLocked, online, absences, unlocked, imported, changed);
  }
}
