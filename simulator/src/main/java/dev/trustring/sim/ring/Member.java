package dev.trustring.sim.ring;

import dev.trustring.device.net.Bearer;
import dev.trustring.sim.loop.Agenda;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A member of a ring as another member has it: online or not, over which bearers, and a wait. */
final class Member {

  private final EnumSet<Bearer> over = EnumSet.noneOf(Bearer.class);
  private boolean online;
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
  }

  void isLostOver(Set<Bearer> bearers) {
    over.removeAll(bearers);
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
    over.clear();
    waitIsOver();
  }
}
