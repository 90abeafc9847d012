package dev.trustring.sim.wire;

import akka.actor.Address;

/**
 * The rule of one node's links: the state of the direction from it to a peer. It is asked for every
 * message, by any thread, so it must be fast and safe.
 */
@FunctionalInterface
public interface WireLinks {
  LinkState towards(Address to);
}
