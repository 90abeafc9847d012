package dev.trustring.sim.oracle;

import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.StoreState;
import dev.trustring.sim.world.Happening;
import java.util.Objects;
import java.util.Optional;

/**
 * The later write stays (kv-store §2.1). A correction by the device that supplied the row gets a
 * time above the stored one, so it is later as well.
 */
final class NoOlderWrite implements Invariant {

  @Override
  public String name() {
    return "no-older-write";
  }

  @Override
  public String sentence() {
    return "no row that arrives takes the place of one that was written at the same time or later";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    return Shadow.arrival(happening)
        .filter(received -> happening instanceof Happening.StoreChanged)
        .flatMap(received -> firstOlder((Happening.StoreChanged) happening, shadow.before()));
  }

  private static Optional<String> firstOlder(
      Happening.StoreChanged changed, Optional<StoreState> before) {
    return before.flatMap(
        state ->
            state.rows().values().stream()
                .filter(was -> isReplacedByOlder(was, changed.after()))
                .findFirst()
                .map(was -> changed.device() + " replaced " + shown(was) + " by an older write"));
  }

  private static boolean isReplacedByOlder(Row was, StoreState after) {
    Row now = after.rows().get(was.id());
    return now != null && !now.equals(was) && now.writeTimestamp() <= was.writeTimestamp();
  }

  private static String shown(Row was) {
    String what = was.isTombstone() ? "the deletion of " : "the value of ";
    return what + Objects.requireNonNull(was.id()).key().text();
  }
}
