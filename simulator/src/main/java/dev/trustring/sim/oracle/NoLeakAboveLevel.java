package dev.trustring.sim.oracle;

import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.level.DeviceLevel;
import java.util.Optional;

/** No row rests on a device whose level is below the label of the store it was written in. */
final class NoLeakAboveLevel implements Invariant {

  @Override
  public String name() {
    return "no-leak-above-level";
  }

  @Override
  public String sentence() {
    return "no row rests on a device whose level is below the label of its writer's store";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    return Shadow.arrival(happening)
        .flatMap(
            received -> {
              Happening.StoreChanged changed = (Happening.StoreChanged) happening;
              int held =
                  shadow
                      .profile(changed.device())
                      .level()
                      .orElse(DeviceLevel.SL1)
                      .highestDataLevel();
              return shadow
                  .label(received.from(), changed.store())
                  .filter(label -> label.dataLevel() > held)
                  .map(label -> sentence(changed, label));
            });
  }

  private static String sentence(Happening.StoreChanged changed, SecurityLabel label) {
    return changed.device() + " stored rows of label " + label + " of " + changed.store().store();
  }
}
