package dev.trustring.kv.fix;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.level.DeviceLevel;
import java.util.Optional;

/** How changes about labels and levels are worded. */
final class LevelWords {

  private LevelWords() {}

  /** The highest label that the receiving device may hold. */
  static Optional<SecurityLabel> highestFitting(AttemptFacts facts) {
    int highest =
        facts.rules() == RuleSet.ARTICLE
            ? SecurityLabel.S2.dataLevel()
            : facts.peer().level().orElse(DeviceLevel.SL1).highestDataLevel();
    Optional<SecurityLabel> found = Optional.empty();
    for (SecurityLabel label : SecurityLabel.values()) {
      if (label.dataLevel() >= 1 && label.dataLevel() <= highest) {
        found = Optional.of(label);
      }
    }
    return found;
  }

  /** What kind of receiver would do. */
  static String strongerDevice(AttemptFacts facts) {
    String peer = facts.peer().peer().value();
    if (facts.rules() == RuleSet.ARTICLE) {
      return "use a device with a trusted execution environment in place of " + peer;
    }
    SecurityLabel label = facts.sender().store().orElseThrow().label();
    for (DeviceLevel level : DeviceLevel.values()) {
      if (label.dataLevel() <= level.highestDataLevel()) {
        return "use a device of " + level + " or above in place of " + peer;
      }
    }
    throw new IllegalStateException("no level holds " + label);
  }
}
