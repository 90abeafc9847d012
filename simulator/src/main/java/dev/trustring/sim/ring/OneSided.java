package dev.trustring.sim.ring;

import dev.trustring.sim.loop.Agenda;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Trust on one side: a device that trusts a peer hears its broadcast, and would join it; the peer
 * does not know it (trust-and-softbus §5.3, §6). It is told of the peer soon after that begins and
 * then with every heartbeat.
 */
final class OneSided {

  /** From one heartbeat to the next. */
  static final Duration HEARTBEAT = Duration.ofMinutes(5);

  private final Agenda agenda;
  private final Predicate<Pair> holds;
  private final BiConsumer<DeviceName, DeviceName> heard;
  private final Map<Pair, Agenda.Timer> next = new TreeMap<>();

  /**
   * Nobody is told of anybody yet.
   *
   * @param holds whether the trust of a pair is one-sided now, and the device hears the peer
   * @param heard tells a device of a peer
   */
  OneSided(Agenda agenda, Predicate<Pair> holds, BiConsumer<DeviceName, DeviceName> heard) {
    this.agenda = agenda;
    this.holds = holds;
    this.heard = heard;
  }

  /** Looks at a pair again. */
  void review(Pair pair) {
    if (!holds.test(pair)) {
      Agenda.Timer timer = next.remove(pair);
      if (timer != null) {
        timer.cancel();
      }
    } else if (!next.containsKey(pair)) {
      next.put(pair, agenda.schedule(Introductions.DISCOVERY, () -> tell(pair)));
    }
  }

  private void tell(Pair pair) {
    next.remove(pair);
    if (holds.test(pair)) {
      heard.accept(pair.self(), pair.peer());
      next.put(pair, agenda.schedule(HEARTBEAT, () -> tell(pair)));
    }
  }
}
