package dev.trustring.sim.net;

import dev.trustring.config.scenario.Link;
import dev.trustring.config.scenario.Network;
import dev.trustring.config.text.Times;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Bearer.Medium;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where devices and networks are, and what stands between them, at this moment of a world. */
public final class Topology {

  private final Aerials aerials;
  private final Causes<DeviceName> off = new Causes<>();
  private final Map<DeviceName, List<Network>> networksOf = new TreeMap<>();
  private final Causes<String> isolated = new Causes<>();
  private final Partitions partitions = new Partitions();
  private final Shapes shapes;
  private final OneWay oneWay = new OneWay();
  private final Whereabouts whereabouts = new Whereabouts();
  private final Screens screens = new Screens();
  private final Causes<DeviceName> paused = new Causes<>();

  public Topology(List<DeviceProfile> devices, List<Network> networks, List<Link> links) {
    this.aerials = new Aerials(devices);
    this.shapes = new Shapes(links);
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
    partitions.begin(cause, groups);
  }

  /** Takes a partition away. */
  public void join(FactKey cause) {
    partitions.end(cause);
  }

  /** Makes an access point keep its clients apart for a cause. */
  public void isolate(String network, FactKey cause) {
    isolated.add(network, cause);
  }

  /** Ends one cause of an isolation; it lasts while there is another. */
  public void endIsolation(String network, FactKey cause) {
    isolated.end(network, cause);
  }

  /** Who is out of range or in another subnet. */
  public Whereabouts whereabouts() {
    return whereabouts;
  }

  public Screens screens() {
    return screens;
  }

  /** Loses for a cause everything that goes in this direction. */
  public void blackhole(Direction direction, FactKey cause) {
    oneWay.blackhole(direction, cause);
  }

  /** Ends one cause of a black hole; it lasts while there is another. */
  public void endBlackhole(Direction direction, FactKey cause) {
    oneWay.endBlackhole(direction, cause);
  }

  /** Makes a direction slow or lossy for a cause, in addition to others. */
  public void impair(Direction direction, FactKey cause, Impairment by) {
    oneWay.impair(direction, cause, by);
  }

  /** Takes away what a cause adds to a direction. */
  public void endImpairment(Direction direction, FactKey cause) {
    oneWay.endImpairment(direction, cause);
  }

  /** All that slows down and thins out what goes from one to the other, links and faults alike. */
  public Impairment impairment(DeviceName from, DeviceName to) {
    Direction direction = new Direction(from, to);
    return bearer(from, to)
        .flatMap(bearer -> path(from, to, bearer).via())
        .map(via -> impairment(direction, via))
        .orElseGet(() -> oneWay.of(direction));
  }

  /** The same over that network. */
  public Impairment impairment(Direction direction, Network via) {
    return Impairment.of(shapes.of(direction, via)).and(oneWay.of(direction));
  }

  /** The least and the greatest delay of a frame that nothing slows down. */
  public Times.Range latency(Direction direction, Network via) {
    return shapes.latency(direction, via);
  }

  /** Holds, for a cause, everything that goes in this direction. */
  public void clog(Direction direction, FactKey cause) {
    oneWay.clog(direction, cause);
  }

  /** Ends one cause of a clog; what was held goes on when it was the last. */
  public void endClog(Direction direction, FactKey cause) {
    oneWay.endClog(direction, cause);
  }

  public boolean isClogged(Direction direction) {
    return oneWay.isClogged(direction);
  }

  /** What makes frames between the two late or rare, in either direction. */
  public List<String> nuisances(DeviceName from, DeviceName to) {
    Direction there = new Direction(from, to);
    return Stream.of(there, there.back()).flatMap(direction -> words(direction).stream()).toList();
  }

  private List<String> words(Direction direction) {
    List<String> words =
        new ArrayList<>(impairment(direction.from(), direction.to()).words(direction));
    if (isClogged(direction)) {
      words.add("frames " + direction + " are held back by a clog");
    }
    return words;
  }

  /** A device stands still for a cause: frames reach it, and it does not answer. */
  public void pause(DeviceName device, FactKey cause) {
    paused.add(device, cause);
  }

  /** Ends one cause for which a device stands still; whether none is left. */
  public boolean endPause(DeviceName device, FactKey cause) {
    return paused.end(device, cause);
  }

  /** The device no longer stands still, whatever the causes were. */
  public void endPauses(DeviceName device) {
    paused.endAll(device);
  }

  public boolean isPaused(DeviceName device) {
    return paused.of(device).isPresent();
  }

  /** Switches a radio off for a cause. */
  public void radioOff(DeviceName device, Radio radio, FactKey cause) {
    aerials.off(device, radio, cause);
  }

  /** Ends one cause for which a radio is off; whether that switches it on. */
  public boolean endRadioOff(DeviceName device, Radio radio, FactKey cause) {
    return aerials.endOff(device, radio, cause);
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
    whereabouts.starts(device);
    screens.starts(device);
  }

  /**
   * Takes away all that stands between devices without being a part of one: partitions, isolations,
   * also those of the scenario's start, split subnets, and whatever is wrong with single
   * directions.
   */
  public void heal() {
    partitions.clear();
    isolated.clear();
    whereabouts.heal();
    oneWay.clear();
  }

  /** The radios that a device has and that are not switched off. */
  public Set<Radio> radiosOn(DeviceName device) {
    return aerials.on(device);
  }

  /** Whether a device could use a bearer of that medium now. */
  public boolean isOn(DeviceName device, Medium medium) {
    return aerials.isOn(device, medium);
  }

  /** Whether any bearer carries frames between the two. */
  public boolean reaches(DeviceName from, DeviceName to) {
    return bearer(from, to).isPresent();
  }

  /** Whether the two can talk over some bearer: there and back. */
  public boolean converse(DeviceName one, DeviceName other) {
    return aerials.between(one, other).stream()
        .anyMatch(bearer -> conversation(one, other, bearer).isOpen());
  }

  /** Every bearer, and what is in the way of a conversation over it. */
  public List<LinkFacts.Lane> lanes(DeviceName from, DeviceName to) {
    return aerials.between(from, to).stream()
        .map(
            bearer -> {
              Path path = conversation(from, to, bearer);
              return new LinkFacts.Lane(bearer.label(), path.isOpen(), path.says(), path.cause());
            })
        .toList();
  }

  /** The bearers over which two nodes may find each other; none of them is built for the data. */
  public List<Bearer> mayMeetOver(DeviceName one, DeviceName other) {
    return aerials.between(one, other).stream()
        .filter(bearer -> bearer.medium() != Medium.DIRECT)
        .toList();
  }

  /** Whether a bearer can lead from one to the other at all, when everything is on and well. */
  public boolean couldCarry(DeviceName from, DeviceName to, Bearer bearer) {
    if (!aerials.has(from, bearer.medium()) || !aerials.has(to, bearer.medium())) {
      return false;
    }
    return switch (bearer.medium()) {
      case LAN ->
          of(from, Network.Type.WIFI).stream()
              .anyMatch(
                  here ->
                      of(to, Network.Type.WIFI).stream().anyMatch(there -> Lan.isOne(here, there)));
      case BLUETOOTH, DIRECT -> overBluetooth(from, to).isOpen();
    };
  }

  /** The first bearer over which frames go from one to the other now. */
  public Optional<Bearer> bearer(DeviceName from, DeviceName to) {
    return aerials.between(from, to).stream()
        .filter(bearer -> path(from, to, bearer).isOpen())
        .findFirst();
  }

  /**
   * The way of a frame over one bearer and of the answer to it, or what is in the way of either.
   */
  public Path conversation(DeviceName from, DeviceName to, Bearer bearer) {
    Path there = path(from, to, bearer);
    if (!there.isOpen()) {
      return there;
    }
    Optional<Path> still =
        paused
            .of(to)
            .map(cause -> Path.blocked(bearer.label() + ": " + to + " stands still", cause));
    if (still.isPresent()) {
      return still.get();
    }
    Path back = path(to, from, bearer);
    return back.isOpen() ? there : back;
  }

  /** The way of a frame over one bearer. */
  public Path path(DeviceName from, DeviceName to, Bearer bearer) {
    for (DeviceName end : List.of(from, to)) {
      Optional<Path> obstacle = obstacleAt(end, bearer);
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
    }
    Optional<FactKey> partition = partitions.between(from, to);
    if (partition.isPresent()) {
      return Path.blocked(bearer.label() + ": partitioned", partition.get());
    }
    Path path =
        switch (bearer.medium()) {
          case LAN -> overWifi(from, to);
          case BLUETOOTH -> overBluetooth(from, to);
          case DIRECT -> straight(from, to, bearer);
        };
    return path.isOpen() ? unlessSwallowed(path, new Direction(from, to), bearer) : path;
  }

  private Path unlessSwallowed(Path path, Direction direction, Bearer bearer) {
    return oneWay
        .swallows(direction)
        .map(cause -> Path.blocked(bearer.label() + ": frames " + direction + " are lost", cause))
        .orElse(path);
  }

  private Optional<Path> obstacleAt(DeviceName end, Bearer bearer) {
    Optional<Path> noPower =
        off.of(end)
            .map(cause -> Path.blocked(bearer.label() + ": " + end + " is switched off", cause));
    return noPower
        .or(() -> whereabouts.obstacleAt(end, bearer))
        .or(() -> aerials.obstacleAt(end, bearer));
  }

  /** A link from device to device is arranged over another bearer; that one must get through. */
  private Path straight(DeviceName from, DeviceName to, Bearer bearer) {
    List<Path> others =
        mayMeetOver(from, to).stream().map(other -> conversation(from, to, other)).toList();
    Path last = others.get(others.size() - 1);
    return others.stream()
        .flatMap(path -> path.via().stream())
        .findFirst()
        .map(network -> Path.open(bearer.label() + " arranged over " + network.name(), network))
        .orElseGet(
            () ->
                new Path(
                    bearer.label() + ": nothing to arrange it over",
                    Optional.empty(),
                    last.cause()));
  }

  private Path overWifi(DeviceName from, DeviceName to) {
    Optional<Path> obstacle = Optional.empty();
    for (Network here : of(from, Network.Type.WIFI)) {
      for (Network there : of(to, Network.Type.WIFI)) {
        if (Lan.isOne(here, there)) {
          Path path = insideLan(here, there, new Direction(from, to));
          if (path.isOpen()) {
            return path;
          }
          obstacle = Optional.of(path);
        }
      }
    }
    return obstacle.orElseGet(() -> noCommonLan(from, to));
  }

  private Path insideLan(Network here, Network there, Direction direction) {
    Optional<FactKey> split = whereabouts.apart(here, direction.from(), direction.to());
    if (split.isPresent()) {
      return Path.blocked("Wi-Fi " + here.name() + ": split into subnets", split.get());
    }
    return isolated
        .of(here.name())
        .or(() -> isolated.of(there.name()))
        .map(cause -> Path.blocked("Wi-Fi " + here.name() + ": AP isolation is on", cause))
        .orElseGet(() -> Path.open("Wi-Fi " + here.name(), here));
  }

  private Path noCommonLan(DeviceName from, DeviceName to) {
    List<Network> there = of(to, Network.Type.WIFI);
    if (of(from, Network.Type.WIFI).isEmpty() || there.isEmpty()) {
      DeviceName outside = there.isEmpty() ? to : from;
      return Path.blocked("Wi-Fi: " + outside + " is in no network", FactKey.radios(outside));
    }
    return Lan.apart(of(from, Network.Type.WIFI), there);
  }

  private Path overBluetooth(DeviceName from, DeviceName to) {
    return of(from, Network.Type.BLUETOOTH).stream()
        .filter(network -> network.members().contains(to))
        .findFirst()
        .map(network -> Path.open("Bluetooth " + network.name(), network))
        .orElseGet(() -> Path.blocked("Bluetooth: out of range", FactKey.radios(to)));
  }

  /** Whether one hears the other: taken to reach as far as Bluetooth does, with no radio on. */
  public boolean inEarshot(DeviceName one, DeviceName other) {
    return Stream.of(one, other)
            .noneMatch(end -> off.of(end).isPresent() || whereabouts.isGone(end))
        && overBluetooth(one, other).isOpen();
  }

  private List<Network> of(DeviceName device, Network.Type type) {
    return networksOf.getOrDefault(device, List.of()).stream()
        .filter(network -> network.type() == type)
        .toList();
  }
}
