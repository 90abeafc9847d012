package dev.trustring.sim.net;

import dev.trustring.config.scenario.Network;
import dev.trustring.device.net.Bearer;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.trust.identity.DeviceName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where devices have gone: out of range, to sleep, or into another subnet of their network. */
public final class Whereabouts {

  private final Causes<DeviceName> away = new Causes<>();
  private final Causes<DeviceName> asleep = new Causes<>();
  private final Map<String, Map<FactKey, Set<DeviceName>>> moved = new TreeMap<>();

  Whereabouts() {}

  /** A device leaves, for a cause, the range of every access point and of every other device. */
  public void walksAway(DeviceName device, FactKey cause) {
    away.add(device, cause);
  }

  /** Ends one cause for which a device is out of range; it comes back when it was the last. */
  public void comesBack(DeviceName device, FactKey cause) {
    away.end(device, cause);
  }

  /** A device's radios hear nothing for a cause. */
  public void fallsAsleep(DeviceName device, FactKey cause) {
    asleep.add(device, cause);
  }

  /** Ends one cause for which a device sleeps. */
  public void wakesUp(DeviceName device, FactKey cause) {
    asleep.end(device, cause);
  }

  /** A device that starts is awake, whatever had put it to sleep. */
  void starts(DeviceName device) {
    asleep.endAll(device);
  }

  /** Some of a network's devices get, for a cause, addresses of another subnet. */
  public void splitSubnet(String network, Set<DeviceName> others, FactKey cause) {
    moved.computeIfAbsent(network, absent -> new TreeMap<>()).put(cause, Set.copyOf(others));
  }

  /** Ends one cause for which a network has several subnets. */
  public void endSplit(String network, FactKey cause) {
    moved.getOrDefault(network, new TreeMap<>()).remove(cause);
  }

  void heal() {
    moved.clear();
  }

  /** Whether a device is out of range of everything, or sleeps. */
  boolean isGone(DeviceName device) {
    return away.of(device).isPresent() || asleep.of(device).isPresent();
  }

  /** What keeps this end from using any bearer. */
  Optional<Path> obstacleAt(DeviceName end, Bearer bearer) {
    return away.of(end)
        .map(cause -> Path.blocked(bearer.label() + ": " + end + " is out of range", cause))
        .or(
            () ->
                asleep
                    .of(end)
                    .map(cause -> Path.blocked(bearer.label() + ": " + end + " sleeps", cause)));
  }

  /** What keeps two devices apart that are in one network. */
  Optional<FactKey> apart(Network network, DeviceName one, DeviceName other) {
    return moved.getOrDefault(network.name(), Map.of()).entrySet().stream()
        .filter(split -> split.getValue().contains(one) != split.getValue().contains(other))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
