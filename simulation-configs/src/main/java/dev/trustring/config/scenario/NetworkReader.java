package dev.trustring.config.scenario;

import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import dev.trustring.config.text.Words;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Bearer.Medium;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Origin;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads networks, and makes those of fleets. */
final class NetworkReader {

  static final Words<Network.Type> TYPES = Words.of("network type", Network.Type.class);

  private static final List<String> KEYS =
      Stream.concat(
              Stream.of("type", "members", "subnet", "apIsolation", "guest", "latency"),
              LinkReader.SHAPE.stream())
          .toList();
  private static final Duration LATENCY_MAX = Duration.ofMinutes(10);

  private final Draft draft;
  private final Subnets subnets = new Subnets();

  NetworkReader(Draft draft) {
    this.draft = draft;
  }

  /** Marks the subnets that a file states, before others are handed out. */
  void reserve(List<Node.Entry> entries) {
    for (Node.Entry entry : entries) {
      if (entry.value() instanceof Node.Mapping mapping) {
        mapping.find("subnet").map(Node.Entry::value).ifPresent(subnets::reserve);
      }
    }
  }

  Network read(Node.Entry entry) {
    String name = Draft.name(entry, "network");
    Fields fields = Fields.of(entry, "a network", KEYS);
    Network.Type type = TYPES.parse(fields.need("type"));
    if (type == Network.Type.BLUETOOTH) {
      fields.refuse("subnet", "Bluetooth has none");
      fields.refuse("apIsolation", "Bluetooth has no access point");
      fields.refuse("guest", "Bluetooth has no access point");
    }
    List<DeviceName> members = new Selectors(draft).many(fields.need("members"));
    checkRadios(fields.need("members"), members, type);
    Times.Range latency =
        fields.find("latency").map(NetworkReader::latency).orElse(usualLatency(type));
    Network network =
        new Network(
            name,
            type,
            members,
            subnet(fields, type),
            isolates(fields),
            fields.flag("guest"),
            latency.min(),
            latency.max(),
            LinkReader.shape(fields));
    draft.fact(FactKey.network(name), entry.origin());
    draft.fact(FactKey.apIsolation(name), fields.originOf("apIsolation"));
    return network;
  }

  static Times.Range latency(Node node) {
    return Times.range(node, Duration.ZERO, LATENCY_MAX);
  }

  /** A guest network keeps its clients apart unless it is told otherwise. */
  private static boolean isolates(Fields fields) {
    return fields.has("apIsolation") ? fields.flag("apIsolation") : fields.flag("guest");
  }

  private String subnet(Fields fields, Network.Type type) {
    if (type == Network.Type.BLUETOOTH) {
      return "";
    }
    return fields.find("subnet").map(subnets::parse).orElseGet(subnets::fresh);
  }

  private void checkRadios(Node node, List<DeviceName> members, Network.Type type) {
    for (DeviceName member : members) {
      boolean deaf =
          draft
              .device(member)
              .map(device -> !fits(type, Bearer.over(device.profile().radios())))
              .orElse(false);
      if (deaf) {
        throw InputError.at(
            node.origin(),
            member + " has no " + type.name().toLowerCase(Locale.ROOT) + " radio",
            "members with the radio of the network");
      }
    }
  }

  /** A cable leads to the router as well, and so into the access point's network. */
  private static boolean fits(Network.Type type, List<Bearer> bearers) {
    Medium medium =
        switch (type) {
          case WIFI -> Medium.LAN;
          case BLUETOOTH -> Medium.BLUETOOTH;
        };
    return bearers.stream().anyMatch(bearer -> bearer.medium() == medium);
  }

  private static Times.Range usualLatency(Network.Type type) {
    return switch (type) {
      case WIFI -> new Times.Range(Duration.ofMillis(1), Duration.ofMillis(5));
      case BLUETOOTH -> new Times.Range(Duration.ofMillis(20), Duration.ofMillis(60));
    };
  }

  /** Makes the access point of a fleet's group. */
  void addGroup(Origin origin, String name, List<DeviceName> members) {
    if (draft.hasNetwork(name)) {
      throw InputError.at(origin, "the fleet makes a network " + name + ", which is there already");
    }
    Times.Range latency = usualLatency(Network.Type.WIFI);
    draft.add(
        new Network(
            name,
            Network.Type.WIFI,
            members,
            subnets.fresh(),
            false,
            false,
            latency.min(),
            latency.max(),
            LinkShape.EVEN));
    draft.fact(FactKey.network(name), origin);
    draft.fact(FactKey.apIsolation(name), origin);
  }
}
