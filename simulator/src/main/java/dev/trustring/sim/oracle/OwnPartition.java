package dev.trustring.sim.oracle;

import dev.trustring.kv.store.Row;
import dev.trustring.sim.world.Happening;
import java.util.Optional;

/** In DEVICE_COLLABORATION a partition is written by its owner alone (kv-store §2.2). */
final class OwnPartition implements Invariant {

  @Override
  public String name() {
    return "own-partition";
  }

  @Override
  public String sentence() {
    return "no row arrives in the receiver's own partition, nor in that of a third device";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    return Shadow.arrival(happening)
        .flatMap(
            received ->
                received.rows().stream()
                    .map(Row::id)
                    .filter(id -> !id.owner().isEmpty())
                    .filter(id -> !id.owner().equals(received.from().value()))
                    .findFirst()
                    .map(
                        id ->
                            happening.device()
                                + " took a row of "
                                + received.from()
                                + " into the partition of "
                                + id.owner()));
  }
}
