package dev.trustring.sim.process;

import akka.actor.typed.ActorRef;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.host.DeviceHost;
import dev.trustring.device.net.Frame;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.StoreState;
import dev.trustring.sim.child.ChildProcess;
import dev.trustring.sim.cluster.Endpoint;
import dev.trustring.sim.cluster.RingEndpointActor;
import dev.trustring.sim.wire.RealTimeAgenda;
import dev.trustring.sim.world.ClockCourse;
import dev.trustring.sim.world.HostException;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.Ring;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** One life of a device in a process of its own, from the world's side and on its thread. */
final class DeviceProcess implements FromDevice.Listener {

  /** What is not about this device alone. */
  interface Neighbours {
    void deviceAt(DeviceName device, String address);

    void endpointAt(DeviceName device, String address);

    /** A frame has come out at the other end. */
    void arrived(Frame frame);
  }

  /** Starts the process of a device, to which these listen. */
  interface Starter {
    ChildProcess<ToDevice> start(DeviceName device, ChildProcess.Ears<FromDevice> ears);
  }

  private final DeviceActor.Parts parts;
  private final RealTimeAgenda agenda;
  private final Neighbours neighbours;
  private final ChildProcess<ToDevice> child;
  private final Map<Long, ActorRef<CallOutcome>> calls = new TreeMap<>();
  private final Map<Long, ActorRef<ReceiverReport>> inspections = new TreeMap<>();
  private final Map<Integer, RingEndpointActor.Ports> ports = new TreeMap<>();
  private final Map<StoreKey, StoreState> stores = new TreeMap<>();
  private long questions;
  private boolean powered = true;
  private boolean starting = true;

  DeviceProcess(
      DeviceActor.Parts parts, RealTimeAgenda agenda, Neighbours neighbours, Starter starter) {
    this.parts = parts;
    this.agenda = agenda;
    this.neighbours = neighbours;
    this.child =
        starter.start(
            name(),
            new ChildProcess.Ears<>(
                FromDevice.class,
                said -> agenda.enter(() -> hear(said)),
                line -> agenda.enter(() -> ended(line))));
  }

  private DeviceName name() {
    return parts.profile().name();
  }

  /** Says what the device is. Time stands still until it is ready. */
  void start(ClockCourse clock, long seed, DeviceSettings settings) {
    agenda.hold();
    child.tell(
        new ToDevice.Start(
            parts.profile(),
            parts.boot(),
            parts.rules(),
            parts.permissions(),
            parts.market(),
            clock,
            seed,
            settings));
  }

  private void isStarted() {
    if (starting) {
      starting = false;
      agenda.release();
    }
  }

  /** Says something to the process itself. */
  void say(ToDevice said) {
    child.tell(said);
  }

  /** Says something to the device. */
  void tell(DeviceActor.Message message) {
    if (message instanceof DeviceActor.Invoke invoke) {
      calls.put(++questions, invoke.replyTo());
      child.tell(new ToDevice.Invoke(questions, invoke.request()));
    } else if (message instanceof DeviceActor.Inspect inspect) {
      inspections.put(++questions, inspect.replyTo());
      child.tell(
          new ToDevice.Inspect(questions, inspect.attempt(), inspect.sender(), inspect.link()));
    } else {
      child.tell(new ToDevice.Tell(message));
    }
  }

  /** Starts an end of a ring there. */
  Endpoint startEndpoint(int number, Ring ring, RingEndpointActor.Ports its) {
    ports.put(number, its);
    child.tell(new ToDevice.StartEndpoint(number, ring));
    return new Endpoint() {
      @Override
      public void tell(RingEndpointActor.Word word) {
        child.tell(new ToDevice.TellEndpoint(number, word));
      }

      @Override
      public void end() {
        child.tell(new ToDevice.EndEndpoint(number));
      }
    };
  }

  /** The number that the operating system gave the process. */
  long pid() {
    return child.pid();
  }

  /** Sends a signal of the operating system, such as STOP. */
  void signal(String name) {
    child.signal(name);
  }

  /** Kills the process. What it had told before is still heard. */
  void kill() {
    powered = false;
    isStarted();
    child.kill();
  }

  /** Asks the process to end in order. */
  void shutDown() {
    powered = false;
    isStarted();
    child.tellLast(new ToDevice.ShutDown());
  }

  /** Waits for the end of the process; kills it when there is none after so many nanoseconds. */
  void awaitEnd(long nanos) {
    child.awaitEnd(nanos);
  }

  private void hear(FromDevice said) {
    if (powered || said instanceof FromDevice.Fact) {
      said.heardBy(this);
    }
  }

  private void ended(String line) {
    if (powered) {
      failed(line, false);
    }
  }

  @Override
  public DeviceHost host() {
    return parts.host();
  }

  @Override
  public void ready(String address) {
    isStarted();
    neighbours.deviceAt(name(), address);
  }

  @Override
  public void stored(StoreKey store, KvStore.Event event, Optional<StoreImage> whole) {
    StoreState after =
        whole
            .map(StoreImage::state)
            .orElseGet(() -> event.appliedTo(Objects.requireNonNull(stores.get(store))));
    stores.put(store, after);
    parts.host().observer().stored(store, event, after);
  }

  @Override
  public void answered(long question, CallOutcome outcome) {
    Objects.requireNonNull(calls.remove(question)).tell(outcome);
  }

  @Override
  public void inspected(long question, ReceiverReport report) {
    Objects.requireNonNull(inspections.remove(question)).tell(report);
  }

  @Override
  public void cameIn(Frame frame) {
    neighbours.arrived(frame);
  }

  @Override
  public void endpointAt(String address) {
    neighbours.endpointAt(name(), address);
  }

  @Override
  public RingEndpointActor.Ports ports(int endpoint) {
    return Objects.requireNonNull(ports.get(endpoint));
  }

  @Override
  public void failed(String line, boolean byUser) {
    powered = false;
    isStarted();
    String whole = "the process of " + name() + " " + line;
    agenda.fail(byUser ? new HostException(line) : new IllegalStateException(whole));
  }
}
