package dev.trustring.sim.wire;

import akka.actor.ActorRef;
import akka.dispatch.sysmsg.SystemMessage;
import akka.remote.RemoteActorRef;
import org.jspecify.annotations.Nullable;

/** A message on its way out of a node. */
record Outgoing(Object message, @Nullable ActorRef sender, RemoteActorRef recipient) {
  /** Akka resends these until they arrive (watches, terminations), so a link may only hold them. */
  boolean mustArrive() {
    return message instanceof SystemMessage;
  }
}
