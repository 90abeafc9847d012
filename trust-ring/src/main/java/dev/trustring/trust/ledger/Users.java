package dev.trustring.trust.ledger;

import dev.trustring.trust.identity.OsAccountId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The OS accounts of a device. It comes back from a restart with the user in front that was there
 * before (our choice, unverified).
 *
 * @param created all there are, without the system user
 * @param running those that were activated and not stopped since
 * @param secured those that have a lock screen credential: unreadable after boot until unlocked
 * @param constrained those whom an administrator forbids distributed transmission
 * @param heldBack those whose restricted apps may send nothing, and may receive
 */
public record Users(
    OsAccountId foreground,
    SortedSet<OsAccountId> created,
    SortedSet<OsAccountId> running,
    SortedSet<OsAccountId> secured,
    SortedSet<OsAccountId> constrained,
    SortedSet<OsAccountId> heldBack) {
  static final Users FACTORY_NEW =
      new Users(OsAccountId.FIRST, set(), set(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

  public Users {
    created = Collections.unmodifiableSortedSet(new TreeSet<>(created));
    running = Collections.unmodifiableSortedSet(new TreeSet<>(running));
    secured = Collections.unmodifiableSortedSet(new TreeSet<>(secured));
    constrained = Collections.unmodifiableSortedSet(new TreeSet<>(constrained));
    heldBack = Collections.unmodifiableSortedSet(new TreeSet<>(heldBack));
  }

  public boolean isConstrained(OsAccountId user) {
    return constrained.contains(user);
  }

  public boolean isHeldBack(OsAccountId user) {
    return heldBack.contains(user);
  }

  Users withCreated(OsAccountId user) {
    return new Users(foreground, with(created, user), running, secured, constrained, heldBack);
  }

  Users withForeground(OsAccountId user) {
    return new Users(user, created, with(running, user), secured, constrained, heldBack);
  }

  Users withStopped(OsAccountId user) {
    return new Users(foreground, created, without(running, user), secured, constrained, heldBack);
  }

  Users withSecured(OsAccountId user) {
    return new Users(foreground, created, running, with(secured, user), constrained, heldBack);
  }

  Users withConstraint(OsAccountId user, boolean on) {
    return new Users(
        foreground,
        created,
        running,
        secured,
        on ? with(constrained, user) : without(constrained, user),
        heldBack);
  }

  Users withHeldBack(OsAccountId user, boolean on) {
    return new Users(
        foreground,
        created,
        running,
        secured,
        constrained,
        on ? with(heldBack, user) : without(heldBack, user));
  }

  Users without(OsAccountId user) {
    return new Users(
        foreground,
        without(created, user),
        without(running, user),
        without(secured, user),
        without(constrained, user),
        without(heldBack, user));
  }

  private static SortedSet<OsAccountId> set() {
    SortedSet<OsAccountId> first = new TreeSet<>();
    first.add(OsAccountId.FIRST);
    return first;
  }

  private static SortedSet<OsAccountId> with(SortedSet<OsAccountId> before, OsAccountId user) {
    SortedSet<OsAccountId> after = new TreeSet<>(before);
    after.add(user);
    return after;
  }

  private static SortedSet<OsAccountId> without(SortedSet<OsAccountId> before, OsAccountId user) {
    SortedSet<OsAccountId> after = new TreeSet<>(before);
    after.remove(user);
    return after;
  }
}
