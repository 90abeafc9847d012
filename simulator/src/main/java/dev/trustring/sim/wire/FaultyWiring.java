package dev.trustring.sim.wire;

import akka.actor.ExtendedActorSystem;
import akka.remote.RemoteActorRefProvider;
import akka.remote.RemoteTransport;
import org.jspecify.annotations.Nullable;

/** Puts a node's links in front of the transport of one provider, once. */
final class FaultyWiring {
  private volatile @Nullable FaultyTransport inFront;

  RemoteTransport inFrontOf(
      RemoteTransport artery, RemoteActorRefProvider provider, ExtendedActorSystem system) {
    FaultyTransport present = inFront;
    return present != null ? present : first(artery, provider, system);
  }

  private synchronized RemoteTransport first(
      RemoteTransport artery, RemoteActorRefProvider provider, ExtendedActorSystem system) {
    FaultyTransport present = inFront;
    if (present == null) {
      present = new FaultyTransport(system, provider, artery);
      inFront = present;
    }
    return present;
  }
}
