package dev.trustring.sim.world;

import dev.trustring.device.DeviceActor;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.Ground;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.MembershipEvent;

/** What the membership of a world stands on. */
final class Underfoot implements Ground {

  private final World world;

  Underfoot(World world) {
    this.world = world;
  }

  @Override
  public Agenda agenda() {
    return world.agenda();
  }

  @Override
  public Topology topology() {
    return world.topology();
  }

  @Override
  public void tell(DeviceName device, MembershipEvent event) {
    world.happened(new Happening.Membership(device, event));
    world.tell(device, new DeviceActor.Membership(event));
  }

  @Override
  public void heard(DeviceName device, DeviceName peer) {
    world.tell(device, new DeviceActor.PeerHeard(DeviceIdentity.of(peer)));
  }

  @Override
  public void say(DeviceName from, DeviceName to, Payload payload) {
    world
        .topology()
        .bearer(from, to)
        .ifPresent(bearer -> world.air().transmit(new Frame(from, to, bearer, payload)));
  }
}
