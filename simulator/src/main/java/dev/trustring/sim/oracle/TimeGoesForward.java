package dev.trustring.sim.oracle;

import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.StoreState;
import dev.trustring.sim.world.Happening;
import java.util.List;
import java.util.Optional;

/**
 * Engine time never runs backwards, even if the clock is set back or a backup comes in (kv-store
 * §2.4, §6): a write with a time that was used before would lose against its elders, or be sent to
 * nobody.
 */
final class TimeGoesForward implements Invariant {

  @Override
  public String name() {
    return "time-goes-forward";
  }

  @Override
  public String sentence() {
    return "no store writes or restores at an engine time that it has used before";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (!(happening instanceof Happening.StoreChanged changed)) {
      return Optional.empty();
    }
    return shadow
        .before()
        .filter(before -> runsBack(changed, before))
        .map(before -> changed.device() + " ran back the time of " + changed.store().store());
  }

  private static boolean runsBack(Happening.StoreChanged changed, StoreState before) {
    if (changed.event() instanceof KvStore.Event.Wrote wrote) {
      return runsBack(List.of(wrote.row()), before);
    } else if (changed.event() instanceof KvStore.Event.WroteBatch batch) {
      return runsBack(batch.rows(), before);
    }
    boolean beginsAnew =
        changed.event() instanceof KvStore.Event.Deleted
            || changed.event() instanceof KvStore.Event.FileDamaged;
    return !beginsAnew && changed.after().lastTime() < before.lastTime();
  }

  /** A write over a later one keeps the time of that one, and is told apart by it (§2.1). */
  private static boolean runsBack(List<Row> rows, StoreState before) {
    long last = before.lastTime();
    for (Row row : rows) {
      boolean isKnown = row.equals(before.rows().get(row.id()));
      if (!isKnown && row.timestamp() == row.writeTimestamp()) {
        if (row.timestamp() <= last) {
          return true;
        }
        last = row.timestamp();
      }
    }
    return false;
  }
}
