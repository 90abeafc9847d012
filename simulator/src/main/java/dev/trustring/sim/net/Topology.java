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
  private final Map<DeviceName, Causes<Radio>> radiosOff = new TreeMap<>();
  private final Causes<DeviceName> off = new Causes<>();
  private final Map<DeviceName, List<Network>> networksOf = new TreeMap<>();
  private final Causes<String> isolated = new Causes<>();
  private final Map<FactKey, List<Set<DeviceName>>> partitions = new TreeMap<>();

  public Topology(List<DeviceProfile> devices, List<Network> networks) {
    for (DeviceProfile device : devices) {
      EnumSet<Radio> has = EnumSet.noneOf(Radio.class);
      has.addAll(device.radios());
      radios.put(device.name(), has);
      radiosOff.put(device.name(), new Causes<>());
    }
    for (Network network : networks) {
      if (network.apIsolation()) {
        isolated.add(network.name(), FactKey.apIsolation(network.name()));
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

  /** Makes an access point keep its clients apart for a cause. */
  public void isolate(String network, FactKey cause) {
    isolated.add(network, cause);
  }

  /** Ends one cause of an isolation; it lasts while there is another. */
  public void endIsolation(String network, FactKey cause) {
    isolated.end(network, cause);
  }

  /** Switches a radio off for a cause. */
  public void radioOff(DeviceName device, Radio radio, FactKey cause) {
    radiosOff(device).add(radio, cause);
  }

  /** Ends one cause for which a radio is off; whether that switches it on. */
  public boolean endRadioOff(DeviceName device, Radio radio, FactKey cause) {
    return radiosOff(device).end(radio, cause);
  }

  /** Switches a device off for a cause. */
  public void powerOff(DeviceName device, FactKey cause) {
    off.add(device, cause);
  }

  /** Ends one cause for which a device is off; whether none is left. */
  public boolean endPowerOff(DeviceName device, FactKey cause) {
    return off.end(device, cause);
  }

  /** Switches a device on, whatever had switched it off. */
  public void powerOn(DeviceName device) {
    off.endAll(device);
  }

  /** Takes away every partition and every isolation, also those of the scenario's start. */
  public void heal() {
    partitions.clear();
    isolated.clear();
  }

  /** The radios that a device has and that are not switched off. */
  public Set<Radio> radiosOn(DeviceName device) {
    EnumSet<Radio> on = EnumSet.copyOf(radiosOf(device));
    on.removeIf(radio -> radiosOff(device).of(radio).isPresent());
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

  /** Whether a bearer can lead from one to the other at all, when everything is on and well. */
  public boolean couldCarry(DeviceName from, DeviceName to, Bearer bearer) {
    if (!radiosOf(from).contains(bearer.radio()) || !radiosOf(to).contains(bearer.radio())) {
      return false;
    }
    return switch (bearer) {
      case WIFI ->
          of(from, Network.Type.WIFI).stream()
              .map(Network::subnet)
              .anyMatch(
                  subnet ->
                      of(to, Network.Type.WIFI).stream()
                          .map(Network::subnet)
                          .anyMatch(subnet::equals));
      case BLUETOOTH -> overBluetooth(from, to).isOpen();
    };
  }

  /** The first bearer over which frames go from one to the other now. */
  public Optional<Bearer> bearer(DeviceName from, DeviceName to) {
    return Arrays.stream(Bearer.values())
        .filter(bearer -> path(from, to, bearer).isOpen())
        .findFirst();
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
    Optional<Path> noPower =
        off.of(end)
            .map(cause -> Path.blocked(bearer.label() + ": " + end + " is switched off", cause));
    if (noPower.isPresent()) {
      return noPower;
    }
    if (!radiosOf(end).contains(bearer.radio())) {
      return Optional.of(
          Path.blocked(bearer.label() + ": " + end + " has no such radio", FactKey.radios(end)));
    }
    return radiosOff(end)
        .of(bearer.radio())
        .map(cause -> Path.blocked(bearer.label() + ": the radio of " + end + " is off", cause));
  }

  private Path overWifi(DeviceName from, DeviceName to) {
    Optional<Path> obstacle = Optional.empty();
    for (Network here : of(from, Network.Type.WIFI)) {
      for (Network there : of(to, Network.Type.WIFI)) {
        if (here.subnet().equals(there.subnet())) {
          Optional<FactKey> cause = isolated.of(here.name()).or(() -> isolated.of(there.name()));
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

  private Causes<Radio> radiosOff(DeviceName device) {
    return radiosOff.computeIfAbsent(device, absent -> new Causes<>());
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
