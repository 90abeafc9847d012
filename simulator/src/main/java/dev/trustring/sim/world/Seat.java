package dev.trustring.sim.world;

import akka.actor.typed.ActorRef;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.sim.loop.Agenda;
import java.util.Optional;

/** A device's place in a world: what stays of it when it is switched off. */
final class Seat {

  private final DeviceProfile profile;
  private final DeviceClock clock;
  private int boots;
  private Optional<Agenda.Timer> leaving = Optional.empty();

  /** Read also by the world's own actor, which in real time has another thread. */
  private volatile Optional<ActorRef<DeviceActor.Message>> device = Optional.empty();

  Seat(DeviceProfile profile, DeviceClock clock) {
    this.profile = profile;
    this.clock = clock;
  }

  DeviceProfile profile() {
    return profile;
  }

  DeviceClock clock() {
    return clock;
  }

  /** Counts one more time of being switched on. */
  int nextBoot() {
    return ++boots;
  }

  int boots() {
    return boots;
  }

  void occupy(ActorRef<DeviceActor.Message> started) {
    device = Optional.of(started);
  }

  /** Gives the device until then to end what it does, without hearing or being heard. */
  void leavesBy(Agenda.Timer end) {
    device = Optional.empty();
    leaving = Optional.of(end);
  }

  boolean isLeaving() {
    return leaving.isPresent();
  }

  /** The device has ended. */
  void left() {
    leaving.ifPresent(Agenda.Timer::cancel);
    leaving = Optional.empty();
  }

  void vacate() {
    device = Optional.empty();
  }

  boolean isOn() {
    return device.isPresent();
  }

  /** Says something to the device; nobody hears it while it is off. */
  void tell(DeviceActor.Message message) {
    device.ifPresent(running -> running.tell(message));
  }
}
