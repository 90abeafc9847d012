package dev.trustring.sim.ring;

import dev.trustring.device.net.Payload;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.MembershipEvent;

/** What a form of membership stands on: the world, as far as it needs it. */
public interface Ground {

  Agenda agenda();

  Topology topology();

  /** Tells a device; nobody hears it while it is off. */
  void tell(DeviceName device, MembershipEvent event);

  /** Tells a device that it hears a peer which it trusts and which does not trust it. */
  void heard(DeviceName device, DeviceName peer);

  /** Sends a word from device to device on the first bearer that leads there, if there is one. */
  void say(DeviceName from, DeviceName to, Payload payload);
}
