package dev.trustring.sim.ring;

import dev.trustring.device.net.Bearer;
import dev.trustring.sim.loop.Agenda;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A member of a ring as another member has it: online or not, over which bearers, and a wait. */
final class Member {

  /**
   * Nothing is heard over a bearer.
   *
   * @param since when it was heard last, in nanoseconds of the agenda
   * @param until runs out at the limit
   */
  record Silence(long since, Duration limit, Agenda.Timer until) {}

  private final EnumSet<Bearer> over = EnumSet.noneOf(Bearer.class);
  private boolean online;
  private final Map<Bearer, Silence> silent = new EnumMap<>(Bearer.class);
  private Optional<Agenda.Timer> waiting = Optional.empty();

  boolean online() {
    return online;
  }

  /** The bearers over which it was had last, as far as anybody has noticed. */
  EnumSet<Bearer> over() {
    return EnumSet.copyOf(over);
  }

  void comes(Set<Bearer> bearers) {
    online = true;
    over.clear();
    over.addAll(bearers);
  }

  void isSeenOver(Set<Bearer> bearers) {
    over.addAll(bearers);
    bearers.forEach(this::silenceIsOver);
  }

  void isLostOver(Set<Bearer> bearers) {
    over.removeAll(bearers);
    bearers.forEach(this::silenceIsOver);
  }

  Optional<Silence> silenceOver(Bearer bearer) {
    return Optional.ofNullable(silent.get(bearer));
  }

  /** Its limit replaces the one before. */
  void isSilentOver(Bearer bearer, Silence silence) {
    silenceIsOver(bearer);
    silent.put(bearer, silence);
  }

  private void silenceIsOver(Bearer bearer) {
    Silence silence = silent.remove(bearer);
    if (silence != null) {
      silence.until().cancel();
    }
  }

  boolean isWaiting() {
    return waiting.isPresent();
  }

  void waitsFor(Agenda.Timer timer) {
    waiting = Optional.of(timer);
  }

  /** Nothing is waited for any more. */
  void waitIsOver() {
    waiting.ifPresent(Agenda.Timer::cancel);
    waiting = Optional.empty();
  }

  /** It is not online now, and nothing is waited for. */
  void rest() {
    online = false;
    isLostOver(EnumSet.allOf(Bearer.class));
    waitIsOver();
  }
}
