package dev.trustring.sim.ring;

import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Shows devices of one HUAWEI ID to each other when they come into reach, as their broadcasts would
 * (trust-and-softbus §5.3). Strangers are never shown: the platform ignores them in silence. It is
 * enough that one hears the other; whether it is heard as well the join will tell.
 */
public final class Introductions {

  /** From reach to the first word. */
  public static final Duration DISCOVERY = Duration.ofSeconds(1);

  /** How long until two that still share no ring are shown to each other again. */
  public static final Duration AGAIN = Duration.ofSeconds(60);

  /**
   * How long after the first of the two the other one acts; the first may still be at it before.
   */
  private static final Duration OTHER_TURN = Duration.ofSeconds(30);

  /** Tells one device that another of its account is in reach. */
  public interface Listener {
    void seen(DeviceName device, DeviceName peer, AccountHash account);
  }

  private record Two(DeviceName first, DeviceName second) implements Comparable<Two> {
    @Override
    public int compareTo(Two other) {
      int byFirst = first.compareTo(other.first);
      return byFirst != 0 ? byFirst : second.compareTo(other.second);
    }

    DeviceName other(DeviceName one) {
      return one.equals(first) ? second : first;
    }
  }

  private final Agenda agenda;
  private final Hearing hearing;
  private final Membership membership;
  private final Listener listener;
  private final Map<DeviceName, AccountHash> accounts = new TreeMap<>();
  private final Map<AccountHash, TreeSet<DeviceName>> byAccount = new TreeMap<>();
  private final Map<Two, Agenda.Timer> pending = new TreeMap<>();

  public Introductions(Agenda agenda, Topology topology, Membership membership, Listener listener) {
    this.agenda = agenda;
    this.hearing = new Hearing(topology);
    this.membership = membership;
    this.listener = listener;
  }

  /** A device says to which account it belongs from now on. */
  public void announce(DeviceName device, Optional<AccountHash> account) {
    AccountHash before = accounts.remove(device);
    if (before != null) {
      byAccount.getOrDefault(before, new TreeSet<>()).remove(device);
    }
    if (before != null && !account.map(before::equals).orElse(false)) {
      byAccount.getOrDefault(before, new TreeSet<>()).forEach(other -> forget(two(device, other)));
    }
    if (account.isPresent()) {
      accounts.put(device, account.get());
      TreeSet<DeviceName> same =
          byAccount.computeIfAbsent(account.get(), absent -> new TreeSet<>());
      same.add(device);
      same.forEach(other -> consider(device, other, DISCOVERY));
    }
  }

  /** Reach may be other than before. */
  public void topologyChanged() {
    for (TreeSet<DeviceName> same : byAccount.values()) {
      for (DeviceName first : same) {
        same.tailSet(first, false).forEach(second -> consider(first, second, DISCOVERY));
      }
    }
  }

  private void consider(DeviceName one, DeviceName other, Duration after) {
    if (one.equals(other)) {
      return;
    }
    Two two = two(one, other);
    if (!strangersInReach(one, other)) {
      forget(two);
    } else if (!pending.containsKey(two)) {
      pending.put(two, agenda.schedule(after, () -> introduce(two, two.first())));
    }
  }

  /**
   * One of the two acts, unless it does not hear the other. It has nothing to do if it still has
   * its half of the bond, so the other one acts next.
   */
  private void introduce(Two two, DeviceName acts) {
    pending.remove(two);
    AccountHash account = accounts.get(two.first());
    if (account != null && strangersInReach(two.first(), two.second())) {
      DeviceName other = two.other(acts);
      if (hearing.hears(acts, other)) {
        listener.seen(acts, other, account);
      } else {
        listener.seen(other, acts, account);
      }
      Duration later = acts.equals(two.first()) ? OTHER_TURN : AGAIN.minus(OTHER_TURN);
      pending.put(two, agenda.schedule(later, () -> introduce(two, other)));
    }
  }

  /** Out of reach, or no longer of one account: when they meet again they meet anew. */
  private void forget(Two two) {
    Agenda.Timer timer = pending.remove(two);
    if (timer != null) {
      timer.cancel();
    }
  }

  private static Two two(DeviceName one, DeviceName other) {
    return one.compareTo(other) < 0 ? new Two(one, other) : new Two(other, one);
  }

  private boolean strangersInReach(DeviceName one, DeviceName other) {
    return !membership.isMutual(one, other)
        && (hearing.hears(one, other) || hearing.hears(other, one));
  }
}
