package dev.trustring.sim.oracle;

import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.sim.world.Happening;
import java.util.Optional;

/** The same invariant as the article has it: S3 and S4 rest only where hardware guards them. */
final class NoLeakWithoutTee implements Invariant {

  @Override
  public String name() {
    return "no-leak-above-level";
  }

  @Override
  public String sentence() {
    return "no row of S3 or S4 rests on a device without a trusted execution environment";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    return Shadow.arrival(happening)
        .flatMap(
            received -> {
              Happening.StoreChanged changed = (Happening.StoreChanged) happening;
              boolean guarded = shadow.profile(changed.device()).tee().orElse(false);
              return shadow
                  .label(received.from(), changed.store())
                  .filter(label -> !guarded && label.compareTo(SecurityLabel.S3) >= 0)
                  .map(label -> changed.device() + " has no TEE and stored rows of " + label);
            });
  }
}
