package dev.trustring.sim.world;

import dev.trustring.config.scenario.App;
import dev.trustring.config.scenario.Device;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.device.AppMarket;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallRegistry;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.kv.judge.Judge;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.net.Air;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.Beacons;
import dev.trustring.sim.ring.Ground;
import dev.trustring.sim.ring.Introductions;
import dev.trustring.sim.ring.Membership;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.RingId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A world of devices on one run loop: the devices of a scenario, the air between them, and
 * everybody who watches. Single-threaded; all of it happens in virtual time.
 */
public final class World implements AutoCloseable {

  /** How long a device that shuts down takes: longer than any write. */
  static final Duration LAST_WORK = Duration.ofSeconds(1);

  private final Scenario scenario;
  private final Agenda agenda;
  private final Host host;
  private final CallRegistry calls;
  private final AppMarket market;
  private final Topology topology;
  private final Air air;
  private final Ground ground;
  private final Membership membership;
  private final Introductions introductions;
  private final Beacons beacons;
  private final Senses senses;
  private final Recorder recorder;
  private final Ailments ailments;
  private final Clocks clocks;
  private final Map<DeviceName, Seat> seats = new TreeMap<>();
  private final List<Consumer<Happening>> watchers = new ArrayList<>();
  private long storyStart;

  /**
   * A world in which nothing is switched on yet.
   *
   * @param provenance where the scenario's facts were written, faults included
   */
  public World(Scenario scenario, Host host, CallRegistry calls, Provenance provenance) {
    this.scenario = scenario;
    this.host = host;
    this.agenda = host.agenda();
    this.calls = calls;
    this.market = new AppMarket(scenario.packages());
    List<DeviceProfile> profiles = scenario.devices().stream().map(Device::profile).toList();
    this.topology = new Topology(profiles, scenario.networks(), scenario.links());
    this.air = new Air(agenda, topology, host.carrier(this::cameAcross), new AirWatch());
    this.ground = new Underfoot(this);
    this.membership = host.membership(ground);
    Introductions.Listener introduced =
        (device, peer, account) ->
            tell(device, new DeviceActor.PeerSeen(DeviceIdentity.of(peer), account));
    this.introductions = new Introductions(agenda, topology, membership, introduced);
    List<DeviceName> elsewhere =
        profiles.stream().map(DeviceProfile::name).filter(device -> !host.isHere(device)).toList();
    this.beacons = new Beacons(ground, membership, elsewhere, introduced);
    this.senses = new Senses(this, host, ground, scenario.deviceNames());
    this.ailments = new Ailments(this, host);
    this.clocks = new Clocks(this, host);
    this.recorder =
        new Recorder(
            new Judge(provenance),
            new Inspector(this),
            record -> happened(new Happening.Decided(record)));
    for (DeviceProfile profile : profiles) {
      seats.put(
          profile.name(), new Seat(profile, new DeviceClock(agenda::now, profile.clockOffset())));
    }
  }

  /** Everybody who is told what happens, in this order. */
  public void watchedBy(Consumer<Happening> watcher) {
    watchers.add(watcher);
  }

  public Scenario scenario() {
    return scenario;
  }

  public Agenda agenda() {
    return agenda;
  }

  public Host host() {
    return host;
  }

  public Air air() {
    return air;
  }

  /** What stands between devices; after a change, {@link #topologyChanged()}. */
  public Topology topology() {
    return topology;
  }

  /** What can be wrong with devices that are on. */
  public Ailments ailments() {
    return ailments;
  }

  /** What is done to the clocks of devices. */
  public Clocks clocks() {
    return clocks;
  }

  /** From now on time is told from here. */
  public void storyBegins() {
    storyStart = agenda.nowNanos();
  }

  /** Virtual time since the story began, in nanoseconds; negative while it is being set up. */
  public long storyNanos() {
    return agenda.nowNanos() - storyStart;
  }

  /** Switches a device on, whatever had switched it off. */
  public void powerOn(DeviceName device) {
    Seat seat = seat(device);
    if (seat.isOn()) {
      return;
    }
    end(device);
    topology.powerOn(device);
    int boot = seat.nextBoot();
    clocks.goesOn(device);
    host.untold(device, new Untold(this, device));
    host.writesLate(device, Chance.of(this, device).ofDisk());
    seat.occupy(
        host.powerOn(
            new DeviceActor.Parts(
                seat.profile(),
                boot,
                scenario.rules(),
                scenario.definedAt(Duration.ofNanos(storyStart == 0 ? 0 : storyNanos())),
                market,
                calls,
                seat.clock(),
                seat.clock().engine(),
                purpose -> agenda.random().stream("device", device.value(), purpose),
                new Surroundings(this, device))));
    seat.profile().radios().stream()
        .filter(radio -> !topology.radiosOn(device).contains(radio))
        .forEach(radio -> seat.tell(new DeviceActor.RadioSwitched(radio, false)));
    ailments.poweredOn(device);
    happened(new Happening.Noted("power", device, "on, boot " + boot));
    topologyChanged();
  }

  /** Takes a device's power, as a crash does. */
  public void powerOff(DeviceName device, FactKey cause) {
    Seat seat = seat(device);
    topology.powerOff(device, cause);
    if (!seat.isOn()) {
      return;
    }
    topology.endPauses(device);
    host.powerOff(device);
    seat.vacate();
    happened(new Happening.Noted("power", device, "off"));
    cutOff(device);
    cannotAnswer(device);
  }

  /**
   * Shuts a device down in order. Apps end and the network goes at once; what is being written gets
   * to the disk before the power goes. Peers notice no sooner than after a crash: whether the
   * platform says goodbye is not known.
   */
  public void stop(DeviceName device, FactKey cause) {
    Seat seat = seat(device);
    topology.powerOff(device, cause);
    if (!seat.isOn()) {
      return;
    }
    ailments.endPauses(device);
    seat.leavesBy(agenda.schedule(LAST_WORK, () -> end(device)));
    happened(new Happening.Noted("power", device, "shutting down"));
    cutOff(device);
    host.topologyChanged(topology);
  }

  /** The end of a shutdown, if one is going on. */
  private void end(DeviceName device) {
    Seat seat = seat(device);
    if (seat.isLeaving()) {
      seat.left();
      host.stop(device);
      happened(new Happening.Noted("power", device, "off"));
      cannotAnswer(device);
    }
  }

  private void cutOff(DeviceName device) {
    announce(device, Optional.empty());
    membership.poweredOff(device);
  }

  /** Nobody waits for what this device would say of attempts. */
  void cannotAnswer(DeviceName device) {
    guarded(() -> recorder.cannotAnswer(device));
  }

  /** Ends one cause for which a device is off; the device is switched on when it was the last. */
  public void endPowerOff(DeviceName device, FactKey cause) {
    if (topology.endPowerOff(device, cause)) {
      powerOn(device);
    }
  }

  /** Switches a radio of a device off for a cause. */
  public void radioOff(DeviceName device, Radio radio, FactKey cause) {
    topology.radioOff(device, radio, cause);
    tell(device, new DeviceActor.RadioSwitched(radio, false));
    topologyChanged();
  }

  /** Ends one cause for which a radio is off; it is switched on when that was the last. */
  public void endRadioOff(DeviceName device, Radio radio, FactKey cause) {
    if (topology.endRadioOff(device, radio, cause)) {
      tell(device, new DeviceActor.RadioSwitched(radio, true));
      topologyChanged();
    }
  }

  /** Reach may be other than before. */
  public void topologyChanged() {
    air.topologyChanged();
    host.topologyChanged(topology);
    membership.topologyChanged();
    introductions.topologyChanged();
  }

  /** Makes a platform call on a device; while it is off nothing comes back. */
  public void call(DeviceName device, CallRequest request, Consumer<CallOutcome> then) {
    host.ask(
        CallOutcome.class, replyTo -> tell(device, new DeviceActor.Invoke(request, replyTo)), then);
  }

  /** Says something to a device; nobody hears it while it is off. */
  public void tell(DeviceName device, DeviceActor.Message message) {
    seat(device).tell(message);
  }

  public boolean isOn(DeviceName device) {
    return seat(device).isOn();
  }

  boolean isLeaving(DeviceName device) {
    return seat(device).isLeaving();
  }

  /** An app of the scenario. */
  public App app(String alias) {
    return scenario.apps().stream()
        .filter(app -> app.alias().equals(alias))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no app " + alias));
  }

  DeviceClock clock(DeviceName device) {
    return seat(device).clock();
  }

  /** How often a device was switched on so far. */
  public int boots(DeviceName device) {
    return seat(device).boots();
  }

  /** Tells everybody who watches. */
  public void happened(Happening happening) {
    guarded(() -> watchers.forEach(watcher -> watcher.accept(happening)));
  }

  /** Does what belongs to watchers. Inside an actor a mistake there would stop that actor alone. */
  void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | AssertionError e) {
      agenda.fail(new IllegalStateException("a watcher failed: " + e, e));
    }
  }

  /** Something for the log alone. */
  public void note(String kind, DeviceName device, String detail) {
    happened(new Happening.Noted(kind, device, detail));
  }

  Recorder recorder() {
    return recorder;
  }

  Membership membership() {
    return membership;
  }

  void announce(DeviceName device, Optional<AccountHash> account) {
    introductions.announce(device, account);
    beacons.announce(device, account);
  }

  Senses senses() {
    return senses;
  }

  private void arrived(Frame frame, Payload.OfWorld word) {
    if (word instanceof Payload.AccountBeacon beacon) {
      beacons.heard(frame.to(), frame.from(), beacon.account());
    } else if (word instanceof Payload.OfSenses sensed) {
      senses.arrived(frame, sensed);
    } else {
      throw new AssertionError(word);
    }
  }

  /** Whether all who trust and reach each other have found each other. */
  public boolean isComplete() {
    return membership.isComplete();
  }

  /** Whether no record of an attempt is being made. */
  public boolean isQuiet() {
    return recorder.isQuiet();
  }

  /** What a device sees of the other members of its rings. */
  public Map<RingId, Map<DeviceName, String>> ringStatus(DeviceName device) {
    return membership.status(device);
  }

  private void cameAcross(Frame frame) {
    air.arrived(frame);
  }

  private Seat seat(DeviceName device) {
    return Objects.requireNonNull(seats.get(device), () -> "no device " + device);
  }

  @Override
  public void close() {
    host.close();
  }

  private final class AirWatch implements Air.Listener {
    @Override
    public void arrived(Frame frame) {
      noted("frame", frame, "");
      if (frame.payload() instanceof Payload.OfRing) {
        membership.arrived(frame);
      } else if (frame.payload() instanceof Payload.OfWorld word) {
        World.this.arrived(frame, word);
      } else {
        tell(frame.to(), new DeviceActor.Arrived(frame));
      }
    }

    @Override
    public void noted(String what, Frame frame, String detail) {
      happened(
          new Happening.Noted(
              what,
              frame.from(),
              frame.to() + " " + frame.bearer() + " " + frame.payload().word() + " " + detail,
              Optional.of(frame)));
    }
  }
}
