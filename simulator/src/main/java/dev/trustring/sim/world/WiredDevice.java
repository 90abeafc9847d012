package dev.trustring.sim.world;

import akka.actor.Address;
import akka.actor.setup.ActorSystemSetup;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Adapter;
import dev.trustring.device.DeviceActor;
import dev.trustring.sim.disk.DataFolderException;
import dev.trustring.sim.disk.DiskJournal;
import dev.trustring.sim.wire.PowerSwitch;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.wire.WireConfig;
import dev.trustring.trust.identity.DeviceName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One device that runs: its system, its power and its disk. */
final class WiredDevice {

  /** What all systems of devices are called. */
  static final String SYSTEM = "device";

  private final ActorSystem<DeviceActor.Message> system;
  private final PowerSwitch power;
  private final DiskJournal disk;
  private final Map<Address, ActorRef<byte[]>> doors = new ConcurrentHashMap<>();
  private final Map<Address, ActorRef<byte[]>> largeDoors = new ConcurrentHashMap<>();

  private WiredDevice(
      ActorSystem<DeviceActor.Message> system, PowerSwitch power, DiskJournal disk) {
    this.system = system;
    this.power = power;
    this.disk = disk;
  }

  static WiredDevice start(
      DeviceName device,
      Behavior<DeviceActor.Message> behavior,
      WireConfig settings,
      DiskJournal disk) {
    PowerSwitch power = PowerSwitch.on();
    ActorSystemSetup setup = disk.setup(settings.with(power.settings()).config());
    try {
      return new WiredDevice(ActorSystem.create(behavior, SYSTEM, setup), power, disk);
    } catch (RuntimeException e) {
      power.off();
      close(disk, e);
      throw e;
    }
  }

  private static void close(DiskJournal disk, RuntimeException because) {
    try {
      disk.close();
      disk.folder().close();
    } catch (DataFolderException e) {
      because.addSuppressed(e);
    }
  }

  ActorSystem<DeviceActor.Message> system() {
    return system;
  }

  /** What the system of a device is called that listens there. */
  static Address addressAt(WireAddress at) {
    return new Address("akka", SYSTEM, at.host(), at.port());
  }

  Address address() {
    return Adapter.toClassic(system).provider().getDefaultAddress();
  }

  /** Where a frame of so many bytes goes in at that address. */
  ActorRef<byte[]> door(Address to, int bytes) {
    return bytes > FrameDoorActor.MOST_BYTES
        ? largeDoors.computeIfAbsent(
            to, address -> ClusterHost.door(system, address, FrameDoorActor.LARGE))
        : doors.computeIfAbsent(
            to, address -> ClusterHost.door(system, address, FrameDoorActor.NAME));
  }

  DiskJournal disk() {
    return disk;
  }

  PowerSwitch power() {
    return power;
  }

  /** The power goes: no actor runs another line, and the port is closed. */
  void kill() {
    power.off();
    Shutdown.ofTransport(system);
    release();
  }

  /** Ends it in order, with everything written that was to be written. */
  void shutDown() {
    power.resume();
    system.terminate();
    Shutdown.await(system);
    power.off();
    release();
  }

  private void release() {
    try {
      disk.close();
      disk.folder().close();
    } catch (DataFolderException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
