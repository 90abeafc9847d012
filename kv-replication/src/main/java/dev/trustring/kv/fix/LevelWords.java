package dev.trustring.kv.fix;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import java.util.Optional;

/** How changes about labels and levels are worded. */
final class LevelWords {

  private static final int MOST = DeviceLevel.SL5.highestDataLevel();

  private LevelWords() {}

  /** The highest label that every device may hold to which the attempt brings rows. */
  static Optional<SecurityLabel> highestFitting(AttemptFacts facts) {
    int highest =
        facts.rules() == RuleSet.ARTICLE
            ? SecurityLabel.S2.dataLevel()
            : Math.min(
                facts.call().mode().sendsRows() ? most(facts.peer().level()) : MOST,
                facts.call().mode().bringsRows() ? most(facts.sender().level()) : MOST);
    Optional<SecurityLabel> found = Optional.empty();
    for (SecurityLabel label : SecurityLabel.values()) {
      if (label.dataLevel() >= 1 && label.dataLevel() <= highest) {
        found = Optional.of(label);
      }
    }
    return found;
  }

  private static int most(Optional<DeviceLevel> level) {
    return level.orElse(DeviceLevel.SL1).highestDataLevel();
  }

  /** What kind of device would do in place of the one that rows are to come to. */
  static String strongerThan(AttemptFacts facts, DeviceName weak) {
    if (facts.rules() == RuleSet.ARTICLE) {
      return "use a device with a trusted execution environment in place of " + weak;
    }
    SecurityLabel label = facts.sender().store().orElseThrow().label();
    for (DeviceLevel level : DeviceLevel.values()) {
      if (label.dataLevel() <= level.highestDataLevel()) {
        return "use a device of " + level + " or above in place of " + weak;
      }
    }
    throw new IllegalStateException("no level holds " + label);
  }
}
