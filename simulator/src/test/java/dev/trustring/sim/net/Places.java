package dev.trustring.sim.net;

import dev.trustring.config.scenario.Link;
import dev.trustring.config.scenario.LinkShape;
import dev.trustring.config.scenario.Network;
import dev.trustring.device.person.Person;
import dev.trustring.device.profile.DeviceKind;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.Radio;
import dev.trustring.device.profile.SystemTier;
import dev.trustring.kv.store.PacketLimits;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.LevelProof;
import dev.trustring.trust.wire.BindVersion;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Networks and who is in them; a device's name says what kind it is, other names are phones. */
public final class Places {

  private static final Duration LEAST = Duration.ofMillis(1);
  private static final Duration MOST = Duration.ofMillis(5);

  private Places() {}

  public static Topology of(Network... networks) {
    return of(Map.of(), List.of(), networks);
  }

  /** Devices named there have these radios, all others those of their kind. */
  static Topology of(Map<DeviceName, Set<Radio>> radios, Network... networks) {
    return of(radios, List.of(), networks);
  }

  static Topology of(List<Link> links, Network... networks) {
    return of(Map.of(), links, networks);
  }

  private static Topology of(
      Map<DeviceName, Set<Radio>> radios, List<Link> links, Network... networks) {
    Set<DeviceName> devices = new LinkedHashSet<>();
    Arrays.stream(networks).forEach(network -> devices.addAll(network.members()));
    return new Topology(
        devices.stream()
            .map(
                name ->
                    profile(
                        name, Optional.ofNullable(radios.get(name)).orElse(kind(name).radios())))
            .toList(),
        List.of(networks),
        links);
  }

  public static Network wifi(String name, String subnet, DeviceName... members) {
    return new Network(
        name,
        Network.Type.WIFI,
        List.of(members),
        subnet,
        false,
        false,
        LEAST,
        MOST,
        LinkShape.EVEN);
  }

  /** A guest network that lets its clients talk to each other. */
  static Network guests(String name, String subnet, DeviceName... members) {
    return new Network(
        name,
        Network.Type.WIFI,
        List.of(members),
        subnet,
        false,
        true,
        LEAST,
        MOST,
        LinkShape.EVEN);
  }

  public static Network isolated(String name, DeviceName... members) {
    return new Network(
        name, Network.Type.WIFI, List.of(members), name, true, false, LEAST, MOST, LinkShape.EVEN);
  }

  public static Network bluetooth(String name, DeviceName... members) {
    return new Network(
        name,
        Network.Type.BLUETOOTH,
        List.of(members),
        "",
        false,
        false,
        LEAST,
        MOST,
        LinkShape.EVEN);
  }

  private static DeviceKind kind(DeviceName name) {
    return DeviceKind.parse(name.value()).orElse(DeviceKind.PHONE);
  }

  private static DeviceProfile profile(DeviceName name, Set<Radio> radios) {
    return new DeviceProfile(
        name,
        kind(name),
        SystemTier.STANDARD,
        Optional.empty(),
        LevelProof.STATED,
        Optional.empty(),
        Optional.empty(),
        radios,
        Duration.ZERO,
        Person.AGREEABLE,
        BindVersion.OWN,
        PacketLimits.PLATFORM.mtu(),
        false);
  }
}
