package dev.trustring.sim.net;

import dev.trustring.kv.decision.FactKey;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The groups of devices between which nothing passes, by cause. */
final class Partitions {
  private final Map<FactKey, List<Set<DeviceName>>> groups = new TreeMap<>();

  void begin(FactKey cause, List<Set<DeviceName>> apart) {
    groups.put(cause, List.copyOf(apart));
  }

  void end(FactKey cause) {
    groups.remove(cause);
  }

  void clear() {
    groups.clear();
  }

  /** What keeps the two apart; a device in no group is cut off from nobody. */
  Optional<FactKey> between(DeviceName one, DeviceName other) {
    return groups.entrySet().stream()
        .filter(partition -> separates(partition.getValue(), one, other))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean separates(List<Set<DeviceName>> groups, DeviceName one, DeviceName other) {
    Optional<Set<DeviceName>> ofOne = of(groups, one);
    Optional<Set<DeviceName>> ofOther = of(groups, other);
    return ofOne.isPresent() && ofOther.isPresent() && !ofOne.equals(ofOther);
  }

  private static Optional<Set<DeviceName>> of(List<Set<DeviceName>> groups, DeviceName device) {
    return groups.stream().filter(group -> group.contains(device)).findFirst();
  }
}
