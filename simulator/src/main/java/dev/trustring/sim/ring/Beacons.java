package dev.trustring.sim.ring;

import dev.trustring.device.net.Payload;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Introductions across processes: a device tells the devices that are elsewhere to which account it
 * belongs, again and again until they share a ring (trust-and-softbus §5.3). Of two devices the one
 * with the earlier name acts on what it hears, as with {@link Introductions}.
 */
public final class Beacons {

  /** From one word to the next. */
  public static final Duration EVERY = Duration.ofSeconds(5);

  private final Ground ground;
  private final Membership membership;
  private final List<DeviceName> elsewhere;
  private final Introductions.Listener listener;
  private final Map<DeviceName, AccountHash> accounts = new TreeMap<>();
  private Optional<Agenda.Timer> next = Optional.empty();

  /**
   * Says nothing when there is nobody to say it to.
   *
   * @param elsewhere the devices of other processes
   */
  public Beacons(
      Ground ground,
      Membership membership,
      List<DeviceName> elsewhere,
      Introductions.Listener listener) {
    this.ground = ground;
    this.membership = membership;
    this.elsewhere = List.copyOf(elsewhere);
    this.listener = listener;
  }

  /** A device of this process says to which account it belongs from now on. */
  public void announce(DeviceName device, Optional<AccountHash> account) {
    Optional<AccountHash> before = Optional.ofNullable(accounts.remove(device));
    account.ifPresent(hash -> accounts.put(device, hash));
    if (!elsewhere.isEmpty() && !account.equals(before)) {
      next.ifPresent(Agenda.Timer::cancel);
      send();
    }
  }

  private void send() {
    accounts.forEach(this::send);
    next = accounts.isEmpty() ? Optional.empty() : Optional.of(later());
  }

  private Agenda.Timer later() {
    return ground.agenda().schedule(EVERY, this::send);
  }

  private void send(DeviceName device, AccountHash account) {
    for (DeviceName peer : elsewhere) {
      if (!membership.isMutual(device, peer)) {
        ground.say(device, peer, new Payload.AccountBeacon(account));
      }
    }
  }

  /** A device elsewhere has said to which account it belongs. */
  public void heard(DeviceName self, DeviceName from, AccountHash account) {
    boolean sameAccount = account.equals(accounts.get(self));
    if (sameAccount && self.compareTo(from) < 0 && !membership.isMutual(self, from)) {
      listener.seen(self, from, account);
    }
  }
}
