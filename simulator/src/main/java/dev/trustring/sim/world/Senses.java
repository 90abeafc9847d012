package dev.trustring.sim.world;

import dev.trustring.device.DeviceActor;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.sim.ring.Ground;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;

/** What people see of devices, and what devices hear of each other: the ways that need no radio. */
final class Senses {
  private final World world;
  private final Host host;
  private final Ground ground;
  private final List<DeviceName> devices;

  Senses(World world, Host host, Ground ground, List<DeviceName> devices) {
    this.world = world;
    this.host = host;
    this.ground = ground;
    this.devices = List.copyOf(devices);
  }

  /** A PIN is on a screen, and the person in front of another device reads it there. */
  void showPin(DeviceName shownOn, DeviceName readBy, int pin) {
    world.note("pin", shownOn, pin + " read by " + readBy);
    pass(shownOn, readBy, new Payload.PinOnScreen(pin));
  }

  /** A device says a PIN as sound, which all that are near enough hear at once. */
  void playPin(DeviceName by, int pin) {
    List<DeviceName> near =
        devices.stream()
            .filter(device -> !device.equals(by) && world.topology().inEarshot(by, device))
            .toList();
    world.note("sound", by, "PIN " + pin + " heard by " + (near.isEmpty() ? "nobody" : near));
    near.forEach(device -> pass(by, device, new Payload.PinAsSound(pin)));
  }

  private void pass(DeviceName from, DeviceName to, Payload.OfSenses sensed) {
    if (host.isHere(to)) {
      world.tell(to, noticed(from, sensed));
    } else {
      ground.say(from, to, sensed);
    }
  }

  /** What a device far from this process showed or said has come to one that is here. */
  void arrived(Frame frame, Payload.OfSenses sensed) {
    world.tell(frame.to(), noticed(frame.from(), sensed));
  }

  private static DeviceActor.Message noticed(DeviceName from, Payload.OfSenses sensed) {
    if (sensed instanceof Payload.PinOnScreen shown) {
      return new DeviceActor.PinRead(from, shown.pin());
    } else if (sensed instanceof Payload.PinAsSound heard) {
      return new DeviceActor.PinHeard(heard.pin());
    }
    throw new AssertionError(sensed);
  }
}
