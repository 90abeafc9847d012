package dev.trustring.sim.oracle;

import dev.trustring.sim.world.Happening;
import dev.trustring.trust.BindTurn;
import java.util.Optional;

/** A device that binds refuses every other bind until the first has ended (trust §2.5). */
final class OneBindAtATime implements Invariant {

  @Override
  public String name() {
    return "one-bind-at-a-time";
  }

  @Override
  public String sentence() {
    return "no device begins a bind while another of its binds is running";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (!(happening instanceof Happening.BindTurned turned)) {
      return Optional.empty();
    }
    BindTurn turn = turned.turn();
    return turn.before()
        .filter(running -> turn.now().isPresent())
        .map(
            running ->
                turned.device()
                    + " began a bind with "
                    + turn.now().orElseThrow().request().peer().name()
                    + " while the one with "
                    + running.request().peer().name()
                    + " was running");
  }
}
