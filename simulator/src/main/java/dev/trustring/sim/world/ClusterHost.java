package dev.trustring.sim.world;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Props;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.trustring.config.scenario.Downing;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.net.Frame;
import dev.trustring.device.wire.FrameCodec;
import dev.trustring.device.wire.WireException;
import dev.trustring.sim.cluster.AddressBook;
import dev.trustring.sim.cluster.ClusterMembership;
import dev.trustring.sim.cluster.WireEndpoints;
import dev.trustring.sim.net.Air;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.Ground;
import dev.trustring.sim.ring.Membership;
import dev.trustring.sim.wire.RealTimeAgenda;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.wire.WireConfig;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Hosts every device as an ActorSystem of its own in real time: frames cross Artery TCP, every ring
 * is an Akka Cluster over Artery TCP, and what devices keep is on disk.
 */
public final class ClusterHost implements Host {

  private final RealTimeAgenda agenda;
  private final ClusterOptions options;
  private final Config settings;
  private final List<DeviceName> devices;
  private final AddressBook book = new AddressBook();
  private final WireEndpoints endpoints;
  private final Errands errands;
  private final Shelf shelf;
  private final Map<DeviceName, WiredDevice> running = new TreeMap<>();
  private Consumer<Frame> arrived = frame -> {};

  public ClusterHost(Scenario scenario, ClusterOptions options) {
    this(scenario, options, ConfigFactory.empty());
  }

  /**
   * A host whose devices have some settings of their own.
   *
   * @param settings win over those of the wire
   */
  public ClusterHost(Scenario scenario, ClusterOptions options, Config settings) {
    this(
        scenario.seed(),
        scenario.devices().stream().map(device -> device.profile().name()).toList(),
        scenario.downing(),
        options,
        settings);
  }

  private ClusterHost(
      long seed,
      List<DeviceName> devices,
      Downing downing,
      ClusterOptions options,
      Config settings) {
    this.agenda = new RealTimeAgenda(seed);
    this.options = options;
    this.settings = settings;
    this.devices = devices;
    this.endpoints = new WireEndpoints(book, downing, this::endpointSettings);
    this.errands = Errands.start(agenda, WireConfig.local());
    this.shelf = Shelf.of(options);
  }

  @Override
  public String name() {
    return "cluster";
  }

  @Override
  public RealTimeAgenda agenda() {
    return agenda;
  }

  @Override
  public Membership membership(Ground ground) {
    return new ClusterMembership(ground, endpoints);
  }

  @Override
  public Air.Carrier carrier(Consumer<Frame> comeOut) {
    arrived = comeOut;
    return this::carry;
  }

  /** Sends a frame from the system of one device to that of another. */
  private void carry(Frame frame) {
    WiredDevice from = running.get(frame.from());
    if (from == null) {
      return;
    }
    try {
      byte[] bytes = FrameCodec.encode(frame);
      book.addressOf(frame.to()).ifPresent(address -> from.door(address, bytes.length).tell(bytes));
    } catch (WireException e) {
      agenda.fail(new IllegalStateException("a device made a frame that cannot travel", e));
    }
  }

  /** Bytes have come in; whoever speaks another version is told so. */
  private void cameIn(byte[] bytes) {
    try {
      Frame frame = FrameCodec.decode(bytes);
      agenda.enter(() -> arrived.accept(frame));
    } catch (WireException e) {
      FrameCodec.refusalOf(bytes).ifPresent(refusal -> agenda.enter(() -> carry(refusal)));
    }
  }

  @Override
  public ActorRef<DeviceActor.Message> powerOn(DeviceActor.Parts parts) {
    DeviceName device = parts.profile().name();
    WiredDevice wired =
        WiredDevice.start(
            device,
            Behaviors.intercept(() -> new FaultsOfTheTool(agenda), DeviceActor.create(parts)),
            secured(device, WireConfig.device(options.listen(device)).with(settings)),
            shelf.open(device));
    for (String door : List.of(FrameDoorActor.NAME, FrameDoorActor.LARGE)) {
      wired.system().systemActorOf(FrameDoorActor.create(this::cameIn), door, Props.empty());
    }
    book.deviceAt(wired.address(), device);
    running.put(device, wired);
    return wired.system();
  }

  private WireConfig endpointSettings(DeviceName device, Set<String> roles) {
    WireAddress at = options.listen(device);
    return secured(
        device, WireConfig.endpoint(new WireAddress(at.host(), at.bindHost(), 0), roles));
  }

  private WireConfig secured(DeviceName device, WireConfig config) {
    return options
        .certificates()
        .map(certificates -> config.withCertificate(certificates.apply(device)))
        .orElse(config);
  }

  @Override
  public void powerOff(DeviceName device) {
    WiredDevice wired = running.remove(device);
    if (wired != null) {
      wired.kill();
    }
    endpoints.powerOff(device);
  }

  @Override
  public void topologyChanged(Topology topology) {
    endpoints.become(topology, devices);
  }

  @Override
  public <A> void ask(Class<A> answer, Consumer<ActorRef<A>> question, Consumer<A> then) {
    errands.ask(answer, question, then);
  }

  /** Shuts everything down; what was acknowledged is on disk already. */
  @Override
  public void close() {
    endpoints.systems().forEach(ActorSystem::terminate);
    running.values().forEach(WiredDevice::shutDown);
    endpoints.systems().forEach(Shutdown::await);
    endpoints.close();
    errands.system().terminate();
    shelf.close();
    agenda.close();
  }

  /** An actor that takes frames at that address, as one of this device's system sees it. */
  static ActorRef<byte[]> door(ActorSystem<?> system, Address address, String name) {
    return ActorRefResolver.get(system).resolveActorRef(address + "/system/" + name);
  }
}
