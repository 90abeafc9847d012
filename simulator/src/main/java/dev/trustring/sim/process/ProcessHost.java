package dev.trustring.sim.process;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Props;
import akka.actor.typed.javadsl.Behaviors;
import dev.trustring.config.scenario.Downing;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.net.Frame;
import dev.trustring.sim.child.ChildProcess;
import dev.trustring.sim.child.Launch;
import dev.trustring.sim.cluster.ClusterMembership;
import dev.trustring.sim.cluster.WireEndpoints;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.net.Air;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.Ground;
import dev.trustring.sim.ring.Membership;
import dev.trustring.sim.wire.RealTimeAgenda;
import dev.trustring.sim.wire.WireConfig;
import dev.trustring.sim.world.ClockCourse;
import dev.trustring.sim.world.ClusterOptions;
import dev.trustring.sim.world.Errands;
import dev.trustring.sim.world.Host;
import dev.trustring.sim.world.OnWire;
import dev.trustring.sim.world.Shelf;
import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Hosts every device in a process of its own, in real time. The world is here; frames and gossip go
 * from process to process over TCP; taking a device's power kills its process.
 */
public final class ProcessHost implements Host {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final long seed;
  private final Downing downing;
  private final List<DeviceName> devices;
  private final ClusterOptions options;
  private final RealTimeAgenda agenda;
  private final Errands errands;
  private final Shelf shelf;
  private final DeviceProcess.Starter starter;
  private final Map<DeviceName, DeviceProcess> running = new TreeMap<>();
  private final Map<DeviceName, ActorRef<DeviceActor.Message>> doors = new TreeMap<>();
  private final Map<DeviceName, String> deviceAddresses = new TreeMap<>();
  private final Map<String, DeviceName> endpointAddresses = new TreeMap<>();
  private final Map<DeviceName, DiskFault> disks = new TreeMap<>();
  private final Map<DeviceName, ClockCourse> clocks = new TreeMap<>();
  private Consumer<Frame> arrived = frame -> {};

  public ProcessHost(Scenario scenario, ClusterOptions options, Launch launch) {
    this.seed = scenario.seed();
    this.downing = scenario.downing();
    this.devices = scenario.deviceNames();
    this.options = options;
    this.agenda = new RealTimeAgenda(seed);
    this.errands = Errands.start(agenda, WireConfig.local());
    this.shelf = Shelf.of(options);
    this.starter =
        (device, ears) -> {
          Path log = shelf.folder().resolve(device.value() + ".log");
          return ChildProcess.start(launch, log, device.value(), ToDevice.class, ears);
        };
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
    return new ClusterMembership(
        ground,
        (device, ring, number, ports) ->
            Objects.requireNonNull(running.get(device)).startEndpoint(number, ring, ports));
  }

  @Override
  public Air.Carrier carrier(Consumer<Frame> comeOut) {
    arrived = comeOut;
    return frame -> say(frame.from(), new ToDevice.Carry(frame));
  }

  private void say(DeviceName device, ToDevice said) {
    DeviceProcess process = running.get(device);
    if (process != null) {
      process.say(said);
    }
  }

  private void sayToAll(ToDevice said) {
    running.values().forEach(process -> process.say(said));
  }

  @Override
  public ActorRef<DeviceActor.Message> powerOn(DeviceActor.Parts parts) {
    DeviceName device = parts.profile().name();
    DeviceProcess process = new DeviceProcess(parts, agenda, new Others(), starter);
    running.put(device, process);
    process.start(
        Objects.requireNonNull(clocks.get(device)),
        seed,
        DeviceSettings.of(device, shelf.folder(), options, downing));
    deviceAddresses.forEach((owner, at) -> process.say(new ToDevice.DeviceAt(owner, at)));
    endpointAddresses.forEach((at, owner) -> process.say(new ToDevice.EndpointAt(owner, at)));
    process.say(new ToDevice.Disk(disks.getOrDefault(device, DiskFault.NONE)));
    return doors.computeIfAbsent(device, this::door);
  }

  /** Stands for the device in the world, in all its lives. */
  private ActorRef<DeviceActor.Message> door(DeviceName device) {
    return errands
        .system()
        .systemActorOf(
            Behaviors.<DeviceActor.Message>receiveMessage(
                message -> {
                  agenda.enter(() -> tell(device, message));
                  return Behaviors.same();
                }),
            "door-" + device,
            Props.empty());
  }

  private void tell(DeviceName device, DeviceActor.Message message) {
    DeviceProcess process = running.get(device);
    if (process != null) {
      process.tell(message);
    }
  }

  @Override
  public void powerOff(DeviceName device) {
    DeviceProcess process = running.remove(device);
    if (process != null) {
      process.kill();
    }
  }

  /** An orderly shutdown: the process ends by itself when all is written. */
  @Override
  public void stop(DeviceName device) {
    DeviceProcess process = running.remove(device);
    if (process != null) {
      process.shutDown();
      process.awaitEnd(PATIENCE.toNanos());
    }
  }

  @Override
  public void pause(DeviceName device) {
    signal(device, "STOP");
  }

  @Override
  public void resume(DeviceName device) {
    signal(device, "CONT");
  }

  private void signal(DeviceName device, String name) {
    DeviceProcess process = running.get(device);
    if (process != null) {
      process.signal(name);
    }
  }

  @Override
  public void disk(DeviceName device, DiskFault fault) {
    disks.put(device, fault);
    say(device, new ToDevice.Disk(fault));
  }

  @Override
  public void clock(DeviceName device, ClockCourse course) {
    clocks.put(device, course);
    say(device, new ToDevice.SetClock(course));
  }

  @Override
  public void topologyChanged(Topology topology) {
    running.forEach(
        (device, process) ->
            process.say(new ToDevice.Links(WireEndpoints.outOf(device, topology, devices))));
  }

  @Override
  public Optional<OnWire> onWire(DeviceName device) {
    return Optional.ofNullable(running.get(device))
        .map(
            process ->
                new OnWire(
                    process.pid(),
                    deviceAddresses.getOrDefault(device, "").replaceFirst(".*@", ""),
                    OptionalInt.empty()));
  }

  @Override
  public <A> void ask(Class<A> answer, Consumer<ActorRef<A>> question, Consumer<A> then) {
    errands.ask(answer, question, then);
  }

  /** Ends all processes; one that does not end in time is killed. */
  @Override
  public void close() {
    running.values().forEach(DeviceProcess::shutDown);
    long latest = agenda.nowNanos() + PATIENCE.toNanos();
    running.values().forEach(process -> process.awaitEnd(Math.max(0, latest - agenda.nowNanos())));
    errands.system().terminate();
    shelf.close();
    agenda.close();
  }

  /** What a device's process says that is for others. */
  private final class Others implements DeviceProcess.Neighbours {

    @Override
    public void deviceAt(DeviceName device, String address) {
      deviceAddresses.put(device, address);
      sayToAll(new ToDevice.DeviceAt(device, address));
    }

    @Override
    public void endpointAt(DeviceName device, String address) {
      endpointAddresses.put(address, device);
      sayToAll(new ToDevice.EndpointAt(device, address));
    }

    @Override
    public void arrived(Frame frame) {
      arrived.accept(frame);
    }
  }
}
