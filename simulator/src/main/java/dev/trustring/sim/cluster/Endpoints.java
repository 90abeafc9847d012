package dev.trustring.sim.cluster;

import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.Ring;

/** Starts ring endpoints the way a host does: each is an ActorSystem that is a cluster node. */
public interface Endpoints {

  /**
   * Starts one.
   *
   * @param number tells apart the endpoints that the device has started in this life
   */
  Endpoint start(DeviceName device, Ring ring, int number, RingEndpointActor.Ports ports);
}
