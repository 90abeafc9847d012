package dev.trustring.sim.world;

import akka.actor.typed.ActorRef;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.net.Frame;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.net.Air;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.Ground;
import dev.trustring.sim.ring.Membership;
import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A way to host devices (ARCHITECTURE, "Hosts"). A world cannot tell which one it has: it says who
 * is on, what goes from device to device, and hears the same from every host.
 */
public interface Host extends AutoCloseable {

  /** The word that reports print. */
  String name();

  /** The thread and the time of the world. */
  Agenda agenda();

  /** Whether a device of the scenario runs in this process when it is on. */
  default boolean isHere(DeviceName device) {
    return true;
  }

  /** The form in which this host makes ring membership. */
  Membership membership(Ground ground);

  /**
   * Takes frames across.
   *
   * @param arrived where they come out, on the world's thread
   */
  Air.Carrier carrier(Consumer<Frame> arrived);

  /** Switches a device on: its actors start and read what is on its disk. */
  ActorRef<DeviceActor.Message> powerOn(DeviceActor.Parts parts);

  /** Takes a device's power at once: nothing of it runs any more, unwritten data is gone. */
  void powerOff(DeviceName device);

  /**
   * Switches a device off of which nobody wants anything any more: what runs ends in order, its
   * ring endpoints go without leaving. By default there is nothing to it but taking the power.
   */
  default void stop(DeviceName device) {
    powerOff(device);
  }

  /** Makes a device that is on stand still: nothing of it runs, nothing is lost. */
  void pause(DeviceName device);

  /** Lets a device that stands still go on with all that has come in the meantime. */
  void resume(DeviceName device);

  /** From now on the disk of the device has this fault, also when it is switched off and on. */
  void disk(DeviceName device, DiskFault fault);

  /** From now on the clock of the device goes like this; by default whoever asks it sees that. */
  default void clock(DeviceName device, ClockCourse course) {}

  /** This hears of what the disk of the device keeps without telling it; by default of nothing. */
  default void untold(DeviceName device, Untold listener) {}

  /** Writes of the device take longer whenever this says so; by default nobody asks it. */
  default void writesLate(DeviceName device, BooleanSupplier late) {}

  /** What there is to see of a device that is on; empty for a device in virtual time. */
  default Optional<OnWire> onWire(DeviceName device) {
    return Optional.empty();
  }

  /** What stands between devices has changed. */
  void topologyChanged(Topology topology);

  /** Asks a device something on behalf of the world and hands on the one answer. */
  <A> void ask(Class<A> answer, Consumer<ActorRef<A>> question, Consumer<A> then);

  @Override
  void close();
}
