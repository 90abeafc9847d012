package dev.trustring.sim.net;

import dev.trustring.config.scenario.Network;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where devices and networks are, and what stands between them, at this moment of a world. */
public final class Topology {

  private final Map<DeviceName, EnumSet<Radio>> radios = new TreeMap<>();
  private final Map<DeviceName, Map<Radio, FactKey>> switchedOff = new TreeMap<>();
  private final Map<DeviceName, FactKey> off = new TreeMap<>();
  private final Map<String, Network> networks = new TreeMap<>();
  private final Map<DeviceName, List<Network>> networksOf = new TreeMap<>();
  private final Map<String, FactKey> isolated = new TreeMap<>();
  private final Map<FactKey, List<Set<DeviceName>>> partitions = new TreeMap<>();

  public Topology(List<DeviceProfile> devices, List<Network> networks) {
    for (DeviceProfile device : devices) {
      EnumSet<Radio> has = EnumSet.noneOf(Radio.class);
      has.addAll(device.radios());
      radios.put(device.name(), has);
    }
    for (Network network : networks) {
      this.networks.put(network.name(), network);
      if (network.apIsolation()) {
        isolated.put(network.name(), FactKey.apIsolation(network.name()));
      }
      for (DeviceName member : network.members()) {
        networksOf.computeIfAbsent(member, absent -> new ArrayList<>()).add(network);
      }
    }
  }

  /** Cuts every bearer between devices of different groups. */
  public void partition(FactKey cause, List<Set<DeviceName>> groups) {
    partitions.put(cause, List.copyOf(groups));
  }

  /** Takes a partition away. */
  public void join(FactKey cause) {
    partitions.remove(cause);
  }

  /** Makes an access point keep its clients apart, or stop doing so. */
  public void isolate(String network, Optional<FactKey> cause) {
    cause.ifPresentOrElse(key -> isolated.put(network, key), () -> isolated.remove(network));
  }

  /** Switches a radio off for a cause, or on. */
  public void radio(DeviceName device, Radio radio, Optional<FactKey> offBecause) {
    Map<Radio, FactKey> of = switchedOff.computeIfAbsent(device, absent -> new TreeMap<>());
    offBecause.ifPresentOrElse(key -> of.put(radio, key), () -> of.remove(radio));
  }

  /** Switches a device off for a cause, or on. */
  public void power(DeviceName device, Optional<FactKey> offBecause) {
    offBecause.ifPresentOrElse(key -> off.put(device, key), () -> off.remove(device));
  }

  /** Takes away every partition and every isolation, also those of the scenario's start. */
  public void heal() {
    partitions.clear();
    isolated.clear();
  }

  /** The radios that a device has and that are not switched off. */
  public Set<Radio> radiosOn(DeviceName device) {
    EnumSet<Radio> on = EnumSet.copyOf(radiosOf(device));
    on.removeAll(switchedOff.getOrDefault(device, Map.of()).keySet());
    return on;
  }

  /** Whether any bearer carries frames between the two. */
  public boolean reaches(DeviceName from, DeviceName to) {
    return Arrays.stream(Bearer.values()).anyMatch(bearer -> path(from, to, bearer).isOpen());
  }

  /** Every bearer that either of the two has, and what is in its way. */
  public List<LinkFacts.Lane> lanes(DeviceName from, DeviceName to) {
    return Arrays.stream(Bearer.values())
        .map(
            bearer -> {
              Path path = path(from, to, bearer);
              return new LinkFacts.Lane(bearer.label(), path.isOpen(), path.says(), path.cause());
            })
        .toList();
  }

  /** The way of a frame over one bearer. */
  public Path path(DeviceName from, DeviceName to, Bearer bearer) {
    for (DeviceName end : List.of(from, to)) {
      Optional<Path> obstacle = obstacleAt(end, bearer);
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
    }
    for (Map.Entry<FactKey, List<Set<DeviceName>>> partition : partitions.entrySet()) {
      if (separates(partition.getValue(), from, to)) {
        return Path.blocked(bearer.label() + ": partitioned", partition.getKey());
      }
    }
    return switch (bearer) {
      case WIFI -> overWifi(from, to);
      case BLUETOOTH -> overBluetooth(from, to);
    };
  }

  private Optional<Path> obstacleAt(DeviceName end, Bearer bearer) {
    if (off.containsKey(end)) {
      return Optional.of(
          Path.blocked(bearer.label() + ": " + end + " is switched off", off.get(end)));
    }
    if (!radiosOf(end).contains(bearer.radio())) {
      return Optional.of(
          Path.blocked(bearer.label() + ": " + end + " has no such radio", FactKey.radios(end)));
    }
    FactKey cause = switchedOff.getOrDefault(end, Map.of()).get(bearer.radio());
    return cause == null
        ? Optional.empty()
        : Optional.of(Path.blocked(bearer.label() + ": the radio of " + end + " is off", cause));
  }

  private Path overWifi(DeviceName from, DeviceName to) {
    Optional<Path> obstacle = Optional.empty();
    for (Network here : of(from, Network.Type.WIFI)) {
      for (Network there : of(to, Network.Type.WIFI)) {
        if (here.subnet().equals(there.subnet())) {
          Optional<FactKey> cause =
              Optional.ofNullable(isolated.get(here.name()))
                  .or(() -> Optional.ofNullable(isolated.get(there.name())));
          if (cause.isEmpty()) {
            return Path.open("Wi-Fi " + here.name(), here);
          }
          obstacle =
              Optional.of(
                  Path.blocked("Wi-Fi " + here.name() + ": AP isolation is on", cause.get()));
        }
      }
    }
    return obstacle.orElseGet(() -> noCommonLan(from, to));
  }

  private Path noCommonLan(DeviceName from, DeviceName to) {
    List<Network> there = of(to, Network.Type.WIFI);
    if (of(from, Network.Type.WIFI).isEmpty() || there.isEmpty()) {
      DeviceName outside = there.isEmpty() ? to : from;
      return Path.blocked("Wi-Fi: " + outside + " is in no network", FactKey.radios(outside));
    }
    return Path.blocked(
        "Wi-Fi: the two are in different subnets", FactKey.network(there.get(0).name()));
  }

  private Path overBluetooth(DeviceName from, DeviceName to) {
    return of(from, Network.Type.BLUETOOTH).stream()
        .filter(network -> network.members().contains(to))
        .findFirst()
        .map(network -> Path.open("Bluetooth " + network.name(), network))
        .orElseGet(() -> Path.blocked("Bluetooth: out of range", FactKey.radios(to)));
  }

  private static boolean separates(List<Set<DeviceName>> groups, DeviceName from, DeviceName to) {
    Optional<Set<DeviceName>> ofFrom =
        groups.stream().filter(group -> group.contains(from)).findFirst();
    Optional<Set<DeviceName>> ofTo =
        groups.stream().filter(group -> group.contains(to)).findFirst();
    return ofFrom.isPresent() && ofTo.isPresent() && !ofFrom.get().equals(ofTo.get());
  }

  private EnumSet<Radio> radiosOf(DeviceName device) {
    return radios.getOrDefault(device, EnumSet.noneOf(Radio.class));
  }

  private List<Network> of(DeviceName device, Network.Type type) {
    return networksOf.getOrDefault(device, List.of()).stream()
        .filter(network -> network.type() == type)
        .toList();
  }
}
