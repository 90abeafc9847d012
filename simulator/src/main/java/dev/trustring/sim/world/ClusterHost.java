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
import dev.trustring.sim.disk.DiskJournal;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.net.Air;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.Ground;
import dev.trustring.sim.ring.Membership;
import dev.trustring.sim.wire.RealTimeAgenda;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.wire.WireAlarmActor;
import dev.trustring.sim.wire.WireConfig;
import dev.trustring.sim.wire.WireProblem;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
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
  private Config settings = ConfigFactory.empty();
  private final List<DeviceName> devices;
  private final AddressBook book = new AddressBook();
  private final WireEndpoints endpoints;
  private final Errands errands;
  private final Shelf shelf;
  private final Map<DeviceName, WiredDevice> running = new TreeMap<>();
  private final Map<DeviceName, DiskFault> disks = new TreeMap<>();
  private final Optional<Elsewhere> elsewhere;
  private Consumer<WireProblem> trouble = problem -> {};
  private Consumer<Frame> arrived = frame -> {};

  /** All devices of a scenario in this process. */
  public ClusterHost(Scenario scenario, ClusterOptions options) {
    this(scenario, options, Optional.empty());
  }

  private ClusterHost(Scenario scenario, ClusterOptions options, Optional<Elsewhere> elsewhere) {
    this(scenario.seed(), scenario.deviceNames(), scenario.downing(), options, elsewhere);
  }

  /** These devices and nobody else. */
  public ClusterHost(long seed, List<DeviceName> devices, Downing downing, ClusterOptions options) {
    this(seed, devices, downing, options, Optional.empty());
  }

  private ClusterHost(
      long seed,
      List<DeviceName> devices,
      Downing downing,
      ClusterOptions options,
      Optional<Elsewhere> elsewhere) {
    this.agenda = new RealTimeAgenda(seed);
    this.options = options;
    this.devices = devices;
    this.elsewhere = elsewhere;
    this.endpoints = new WireEndpoints(book, downing, agenda.random(), this::endpointSettings);
    this.errands = Errands.start(agenda, WireConfig.local());
    this.shelf = Shelf.of(options);
  }

  /** One device of a scenario in this process; the others are elsewhere. */
  public static ClusterHost alone(Scenario scenario, ClusterOptions options, Elsewhere elsewhere) {
    ClusterHost host = new ClusterHost(scenario, options, Optional.of(elsewhere));
    elsewhere
        .peers()
        .forEach((device, at) -> host.book.deviceAt(WiredDevice.addressAt(at), device));
    return host;
  }

  /** Settings of the devices' systems that win over those of the wire. */
  public ClusterHost with(Config more) {
    settings = more;
    return this;
  }

  /** Whoever wants to know of trouble on the wire; told on the world's thread. */
  public void troubleGoesTo(Consumer<WireProblem> listener) {
    trouble = listener;
  }

  @Override
  public boolean isHere(DeviceName device) {
    return elsewhere.map(others -> others.here().equals(device)).orElse(true);
  }

  @Override
  public Optional<OnWire> onWire(DeviceName device) {
    return Optional.ofNullable(running.get(device))
        .map(
            wired ->
                new OnWire(
                    ProcessHandle.current().pid(),
                    wired.address().hostPort().replaceFirst(".*@", ""),
                    OptionalInt.of(wired.disk().writesUnderWay())));
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

  /** Who is at which address. */
  public AddressBook book() {
    return book;
  }

  /** The ends of rings in this process. */
  public WireEndpoints endpoints() {
    return endpoints;
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

  /** Bytes have come in for a device; whoever speaks another version is told so. */
  private void cameIn(DeviceName device, byte[] bytes) {
    try {
      Frame frame = FrameCodec.decode(bytes);
      if (frame.to().equals(device)) {
        agenda.enter(() -> arrived.accept(frame));
      }
    } catch (WireException e) {
      FrameCodec.refusalOf(bytes).ifPresent(refusal -> agenda.enter(() -> carry(refusal)));
    }
  }

  @Override
  public ActorRef<DeviceActor.Message> powerOn(DeviceActor.Parts parts) {
    DeviceName device = parts.profile().name();
    WiredDevice wired = started(parts, shelf.open(device));
    for (String door : List.of(FrameDoorActor.NAME, FrameDoorActor.LARGE)) {
      wired
          .system()
          .systemActorOf(
              FrameDoorActor.create(bytes -> cameIn(device, bytes)), door, Props.empty());
    }
    WireAlarmActor.listen(wired.system(), problem -> agenda.enter(() -> trouble.accept(problem)));
    wired.disk().faults().set(disks.getOrDefault(device, DiskFault.NONE));
    book.deviceAt(wired.address(), device);
    running.put(device, wired);
    return wired.system();
  }

  private WiredDevice started(DeviceActor.Parts parts, DiskJournal disk) {
    DeviceName device = parts.profile().name();
    WireAddress at = options.listen(device);
    try {
      return WiredDevice.start(
          device,
          Behaviors.intercept(() -> new FaultsOfTheTool(agenda), DeviceActor.create(parts)),
          secured(device, WireConfig.device(at).with(settings)),
          disk);
    } catch (RuntimeException e) {
      WireProblem known = WireProblem.of(e, at).orElseThrow(() -> e);
      throw new HostException(device + ": " + known.line(), e);
    }
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
  public void stop(DeviceName device) {
    WiredDevice wired = running.remove(device);
    if (wired != null) {
      wired.shutDown();
    }
    endpoints.powerOff(device);
  }

  @Override
  public void pause(DeviceName device) {
    endpoints.pause(device);
    running(device).power().pause();
  }

  @Override
  public void resume(DeviceName device) {
    running(device).power().resume();
    endpoints.resume(device);
  }

  private WiredDevice running(DeviceName device) {
    return Objects.requireNonNull(running.get(device), () -> device + " is off");
  }

  @Override
  public void disk(DeviceName device, DiskFault fault) {
    disks.put(device, fault);
    WiredDevice wired = running.get(device);
    if (wired != null) {
      wired.disk().faults().set(fault);
    }
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
    List<ActorSystem<?>> ending = endpoints.end();
    running.values().forEach(WiredDevice::shutDown);
    ending.forEach(Shutdown::await);
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
