package dev.trustring.sim.cluster;

import akka.actor.Address;
import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import dev.trustring.config.scenario.Downing;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.wire.FaultyLinks;
import dev.trustring.sim.wire.LinkState;
import dev.trustring.sim.wire.WireConfig;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.Ring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Endpoints on the wire, in real time. What stands between two devices in the topology stands
 * between their endpoints as well: it is put into the transport of the sending side.
 */
public final class WireEndpoints implements Endpoints {

  /** Makes the settings of an endpoint from its device and its roles: address, certificate. */
  public interface Settings extends BiFunction<DeviceName, Set<String>, WireConfig> {}

  private final AddressBook book;
  private final Downing downing;
  private final Settings settings;
  private final Map<DeviceName, FaultyLinks> links = new TreeMap<>();
  private final Map<DeviceName, List<ActorSystem<?>>> running = new TreeMap<>();
  private final Map<DeviceName, Map<DeviceName, LinkState>> states = new ConcurrentHashMap<>();

  public WireEndpoints(AddressBook book, Downing downing, Settings settings) {
    this.book = book;
    this.downing = downing;
    this.settings = settings;
  }

  @Override
  public ActorSystem<RingEndpointActor.Message> start(
      DeviceName device, Ring ring, int number, RingEndpointActor.Ports ports) {
    UnaryOperator<WireConfig> downed =
        config ->
            config.withDowning(
                EndpointConfig.downingProvider(downing),
                EndpointConfig.stableAfter(ring.members().size()));
    WireConfig config =
        downed
            .apply(settings.apply(device, Set.of(EndpointConfig.role(device))))
            .withLinks(links(device))
            .with(EndpointConfig.sealedWith(ring.key()));
    ActorSystem<RingEndpointActor.Message> system =
        ActorSystem.create(
            RingEndpointActor.create(device, ring.members(), ports),
            EndpointConfig.systemName(ring.id()),
            config.config());
    book.endpointAt(Cluster.get(system).selfMember().address().toString(), device);
    running.computeIfAbsent(device, absent -> new ArrayList<>()).add(system);
    return system;
  }

  /** A device has lost its power: its endpoints go without a goodbye. */
  public void powerOff(DeviceName device) {
    List<ActorSystem<?>> ending = running.remove(device);
    if (ending != null) {
      ending.forEach(ActorSystem::terminate);
    }
  }

  /** All that still run. */
  public List<ActorSystem<?>> systems() {
    return running.values().stream().<ActorSystem<?>>flatMap(List::stream).toList();
  }

  /** Takes over what stands between devices now. */
  public void become(Topology topology, List<DeviceName> devices) {
    for (DeviceName from : devices) {
      Map<DeviceName, LinkState> towards = new TreeMap<>();
      for (DeviceName to : devices) {
        towards.put(to, topology.reaches(from, to) ? LinkState.CLEAR : LinkState.CUT);
      }
      states.put(from, towards);
    }
    links.values().forEach(FaultyLinks::changed);
  }

  private FaultyLinks links(DeviceName device) {
    return links.computeIfAbsent(
        device,
        name ->
            FaultyLinks.of(
                name.value(),
                to -> state(name, to),
                new SplittableRandom(name.value().hashCode())));
  }

  /** Until somebody has said whose address it is, nothing is known to stand in the way. */
  private LinkState state(DeviceName from, Address to) {
    return book.ownerOf(to)
        .map(owner -> states.getOrDefault(from, Map.of()).getOrDefault(owner, LinkState.CLEAR))
        .orElse(LinkState.CLEAR);
  }

  /** Forgets the links of all devices. */
  public void close() {
    links.values().forEach(FaultyLinks::close);
  }
}
