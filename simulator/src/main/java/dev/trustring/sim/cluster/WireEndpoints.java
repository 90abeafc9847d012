package dev.trustring.sim.cluster;

import akka.actor.Address;
import akka.actor.typed.ActorSystem;
import dev.trustring.config.scenario.Downing;
import dev.trustring.sim.loop.RandomStreams;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.net.Impairment;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.wire.FaultyLinks;
import dev.trustring.sim.wire.LinkState;
import dev.trustring.sim.wire.PowerSwitch;
import dev.trustring.sim.wire.WireConfig;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.Ring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private final RandomStreams random;
  private final Map<DeviceName, List<Running>> running = new TreeMap<>();
  private final Set<DeviceName> paused = new TreeSet<>();
  private final Map<DeviceName, Map<DeviceName, LinkState>> states = new ConcurrentHashMap<>();

  /** An endpoint, and the switch by which it can be made to stand still. */
  private record Running(ActorSystem<?> system, PowerSwitch power) {

    /** Without a goodbye; what stands still could not even end. */
    void end() {
      power.resume();
      system.terminate();
    }
  }

  public WireEndpoints(AddressBook book, Downing downing, RandomStreams random, Settings settings) {
    this.book = book;
    this.random = random;
    this.downing = downing;
    this.settings = settings;
  }

  @Override
  public SystemEndpoint start(
      DeviceName device, Ring ring, int number, RingEndpointActor.Ports ports) {
    UnaryOperator<WireConfig> downed =
        config ->
            config.withDowning(
                EndpointConfig.downingProvider(downing),
                EndpointConfig.stableAfter(ring.members().size()));
    PowerSwitch power = PowerSwitch.on();
    WireConfig config =
        downed
            .apply(settings.apply(device, Set.of(EndpointConfig.role(device))))
            .withLinks(links(device))
            .with(RingSerializer.settings(ring.key()))
            .with(power.settingsOfAll());
    ActorSystem<RingEndpointActor.Message> system =
        ActorSystem.create(
            RingEndpointActor.create(device, ring.members(), ports),
            EndpointConfig.systemName(ring.id()),
            config.config());
    SystemEndpoint endpoint = new SystemEndpoint(system);
    book.endpointAt(endpoint.address(), device);
    running.computeIfAbsent(device, absent -> new ArrayList<>()).add(new Running(system, power));
    power.close();
    if (paused.contains(device)) {
      power.pause();
    }
    return endpoint;
  }

  /** A device is switched off: its endpoints go without a goodbye. */
  public void powerOff(DeviceName device) {
    paused.remove(device);
    List<Running> ending = running.remove(device);
    if (ending != null) {
      ending.forEach(Running::end);
    }
  }

  /** The endpoints of a device stand still with it. */
  public void pause(DeviceName device) {
    paused.add(device);
    of(device).forEach(endpoint -> endpoint.power().pause());
  }

  public void resume(DeviceName device) {
    paused.remove(device);
    of(device).forEach(endpoint -> endpoint.power().resume());
  }

  private List<Running> of(DeviceName device) {
    return running.getOrDefault(device, List.of());
  }

  /** Tells all that still run to end, and gives them. */
  public List<ActorSystem<?>> end() {
    List<Running> ending = running.values().stream().flatMap(List::stream).toList();
    ending.forEach(Running::end);
    return ending.stream().<ActorSystem<?>>map(Running::system).toList();
  }

  /** Takes over what stands between devices now. */
  public void become(Topology topology, List<DeviceName> devices) {
    devices.forEach(from -> states.put(from, outOf(from, topology, devices)));
    links.values().forEach(FaultyLinks::changed);
  }

  /** Takes over what stands between one device and others now. */
  public void become(DeviceName from, Map<DeviceName, LinkState> towards) {
    states.put(from, new TreeMap<>(towards));
    links.values().forEach(FaultyLinks::changed);
  }

  /** What stands between one device and the others. */
  public static Map<DeviceName, LinkState> outOf(
      DeviceName from, Topology topology, List<DeviceName> devices) {
    Map<DeviceName, LinkState> towards = new TreeMap<>();
    for (DeviceName to : devices) {
      towards.put(to, between(topology, from, to));
    }
    return towards;
  }

  private static LinkState between(Topology topology, DeviceName from, DeviceName to) {
    Impairment impairment = topology.impairment(from, to);
    return topology.reaches(from, to)
        ? new LinkState(
            false,
            topology.isClogged(new Direction(from, to)),
            impairment.delay(),
            impairment.loss())
        : LinkState.CUT;
  }

  private FaultyLinks links(DeviceName device) {
    return links.computeIfAbsent(
        device,
        name ->
            FaultyLinks.of(
                name.value(),
                to -> state(name, to),
                random.stream("network", "gossip-loss", name.value())));
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
