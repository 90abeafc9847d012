package dev.trustring.sim.process;

import akka.actor.Address;
import akka.actor.AddressFromURIString;
import akka.actor.typed.ActorRef;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.net.Frame;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.sim.cluster.Endpoint;
import dev.trustring.sim.cluster.RingEndpointActor;
import dev.trustring.sim.cluster.RingView;
import dev.trustring.sim.cluster.SystemEndpoint;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.net.Air;
import dev.trustring.sim.wire.LinkState;
import dev.trustring.sim.world.ClockCourse;
import dev.trustring.sim.world.ClusterHost;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.Ring;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The one device of a process, driven by a world in another: its actors, its disk and its ends of
 * rings are here, everything around it is there. Lives on the thread of its host's agenda.
 */
final class DrivenDevice implements ToDevice.Driven {

  private final DeviceName self;
  private final ClusterHost host;
  private final Consumer<FromDevice> world;
  private final Reporter reporter;
  private final Air.Carrier carrier;
  private final ActorRef<DeviceActor.Message> device;
  private final Map<Integer, Endpoint> endpoints = new TreeMap<>();
  private volatile ClockCourse clock;
  private boolean over;

  /** Switches it on; fails as {@link ClusterHost#powerOn} does. */
  DrivenDevice(ToDevice.Start start, ClusterHost host, Consumer<FromDevice> world) {
    this.self = start.profile().name();
    this.host = host;
    this.world = world;
    this.reporter = new Reporter(world);
    this.clock = start.clock();
    this.carrier = host.carrier(frame -> world.accept(new FromDevice.CameIn(frame)));
    this.device = host.powerOn(parts(start));
    Address address = host.book().addressOf(self).orElseThrow();
    world.accept(new FromDevice.Ready(address.toString()));
  }

  /** A host for that device and nobody else. */
  static ClusterHost host(ToDevice.Start start) {
    DeviceName name = start.profile().name();
    return new ClusterHost(
        start.seed(), List.of(name), start.settings().downing(), start.settings().options(name));
  }

  /** Where its work is done. */
  Agenda agenda() {
    return host.agenda();
  }

  /** Each life draws from streams of its own, for where the last one stopped nobody knows. */
  private DeviceActor.Parts parts(ToDevice.Start start) {
    String boot = "boot " + start.boot();
    return new DeviceActor.Parts(
        start.profile(),
        start.boot(),
        start.rules(),
        start.permissions(),
        start.market(),
        StandardCalls.registry(),
        () -> clock.shown(host.agenda().now()),
        () -> clock.engine(host.agenda().now()),
        purpose -> host.agenda().random().stream("device", self.value(), purpose, boot),
        reporter);
  }

  /** Does what the world says until it says that this is over. */
  void run() {
    while (!over) {
      host.agenda().runWhile(() -> !over, Duration.ofDays(1));
    }
    host.close();
  }

  @Override
  public void start(ToDevice.Start start) {
    throw new IllegalStateException(self + " runs already");
  }

  @Override
  public void tell(DeviceActor.Message message) {
    device.tell(message);
  }

  @Override
  public void setClock(ClockCourse course) {
    clock = course;
  }

  @Override
  public void invoke(ToDevice.Invoke invoke) {
    host.ask(
        CallOutcome.class,
        replyTo -> device.tell(new DeviceActor.Invoke(invoke.request(), replyTo)),
        outcome -> reporter.answered(invoke.question(), outcome));
  }

  @Override
  public void inspect(ToDevice.Inspect inspect) {
    host.ask(
        ReceiverReport.class,
        replyTo ->
            device.tell(
                new DeviceActor.Inspect(
                    inspect.attempt(), inspect.sender(), inspect.link(), replyTo)),
        report -> world.accept(new FromDevice.Inspected(inspect.question(), report)));
  }

  @Override
  public void carry(Frame frame) {
    carrier.carry(frame);
  }

  @Override
  public void deviceAt(DeviceName owner, String address) {
    host.book().deviceAt(AddressFromURIString.parse(address), owner);
  }

  @Override
  public void endpointAt(DeviceName owner, String address) {
    host.book().endpointAt(address, owner);
  }

  @Override
  public void links(Map<DeviceName, LinkState> towards) {
    host.endpoints().become(self, towards);
  }

  @Override
  public void disk(DiskFault fault) {
    host.disk(self, fault);
  }

  @Override
  public void startEndpoint(int number, Ring ring) {
    SystemEndpoint started = host.endpoints().start(self, ring, number, new Mouth(number));
    endpoints.put(number, started);
    world.accept(new FromDevice.EndpointAt(started.address()));
  }

  @Override
  public void tellEndpoint(int number, RingEndpointActor.Word word) {
    endpoint(number).tell(word);
  }

  @Override
  public void endEndpoint(int number) {
    endpoint(number).end();
  }

  private Endpoint endpoint(int number) {
    return Objects.requireNonNull(endpoints.get(number), () -> "no endpoint " + number);
  }

  @Override
  public void shutDown() {
    over = true;
  }

  /** Speaks for an endpoint. */
  private final class Mouth implements RingEndpointActor.Ports {

    private final int number;

    Mouth(int number) {
      this.number = number;
    }

    @Override
    public void probe(DeviceName to, Address address, String founder, boolean answer) {
      world.accept(new FromDevice.Probe(number, to, address.toString(), founder, answer));
    }

    @Override
    public void view(RingView view) {
      world.accept(new FromDevice.View(number, view));
    }

    @Override
    public void moves() {
      world.accept(new FromDevice.Moves(number));
    }

    @Override
    public void expelled() {
      world.accept(new FromDevice.Expelled(number));
    }
  }
}
