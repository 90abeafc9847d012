package dev.trustring.sim.oracle;

import dev.trustring.sim.journal.DiskFault;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Since when what a device was asked to write may still wait for its disk. A gate is asked before
 * that wait, and the rows are there after it.
 */
final class DiskTrouble {

  /** The longest time between two tries to write, after the disk is well. */
  private static final Duration LAST_TRY = Duration.ofSeconds(3);

  /**
   * A time in which a disk was not well.
   *
   * @param until the end; empty while it goes on
   */
  private record Spell(long since, Optional<Long> until) {

    boolean isFelt(long nanos) {
      return until.map(end -> nanos <= end + LAST_TRY.toNanos()).orElse(true);
    }
  }

  private final Map<DeviceName, Spell> spells = new TreeMap<>();

  /** A disk is in that state from now on. */
  void note(DeviceName device, String state, long nanos) {
    boolean isWell = state.equals(DiskFault.NONE.word());
    Optional<Long> until = isWell ? Optional.of(nanos) : Optional.empty();
    spells.put(device, new Spell(oldestWrite(device, nanos), until));
  }

  /** When the oldest thing may have been asked for that is written now. */
  long oldestWrite(DeviceName device, long nanos) {
    return Optional.ofNullable(spells.get(device))
        .filter(spell -> spell.isFelt(nanos))
        .map(Spell::since)
        .orElse(nanos);
  }
}
