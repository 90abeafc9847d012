package dev.trustring.sim.oracle;

import dev.trustring.sim.world.Happening;
import java.util.Optional;

/**
 * A packet never takes a receive mark back (kv-store §3.2): a mark that ran back would let rows
 * come twice, one that ran ahead would lose them. Marks that are forgotten with a peer's data, or
 * with a restore, are no packets.
 */
final class MarksGoForward implements Invariant {

  @Override
  public String name() {
    return "marks-go-forward";
  }

  @Override
  public String sentence() {
    return "no packet takes back the mark of what was received from its sender";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (!(happening instanceof Happening.StoreChanged changed)) {
      return Optional.empty();
    }
    return changed
        .event()
        .arrival()
        .filter(
            received ->
                shadow.before().map(state -> state.receiveMark(received.from())).orElse(0L)
                    > changed.after().receiveMark(received.from()))
        .map(
            received ->
                changed.device()
                    + " took back its mark of "
                    + received.from()
                    + " in "
                    + changed.store().store());
  }
}
