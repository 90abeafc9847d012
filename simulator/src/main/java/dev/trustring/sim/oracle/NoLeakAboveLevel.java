package dev.trustring.sim.oracle;

import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * No row rests on a device whose level is below the label of the store it was written in, and none
 * is sent there: the sender has to ask before the receiver does (kv-store §5.2). Of a device that
 * has told its peers another level than its own they cannot know better.
 */
final class NoLeakAboveLevel implements Invariant {

  private final Set<DeviceName> untruthful = new HashSet<>();

  @Override
  public String name() {
    return "no-leak-above-level";
  }

  @Override
  public String sentence() {
    return "no row is sent to, or rests on, a device of a level below the label of its store";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (happening instanceof Happening.Noted noted && noted.kind().equals("level")) {
      untruthful.add(noted.device());
    }
    if (happening instanceof Happening.Judged judged && !untruthful.contains(judged.device())) {
      return judged.report().asked().stream()
          .filter(NoLeakAboveLevel::isForTheLevel)
          .findFirst()
          .map(stop -> judged.device() + " was sent rows that its level may not hold");
    }
    return Shadow.arrival(happening)
        .flatMap(received -> stored((Happening.StoreChanged) happening, received, shadow));
  }

  private static boolean isForTheLevel(GateResult result) {
    return result.gate().name().equals("receive-level")
        && result.verdict().stop().equals(Optional.of(DenyReason.LEVEL_TOO_LOW));
  }

  private static Optional<String> stored(
      Happening.StoreChanged changed, KvStore.Event.Received received, Shadow shadow) {
    DeviceLevel level = shadow.profile(changed.device()).level().orElse(DeviceLevel.SL1);
    return shadow
        .label(received.from(), changed.store())
        .filter(label -> label.dataLevel() > level.highestDataLevel())
        .map(label -> sentence(changed, label));
  }

  private static String sentence(Happening.StoreChanged changed, SecurityLabel label) {
    return changed.device() + " stored rows of label " + label + " of " + changed.store().store();
  }
}
