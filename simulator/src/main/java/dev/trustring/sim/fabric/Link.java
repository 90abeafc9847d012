package dev.trustring.sim.fabric;

import akka.actor.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One direction between two systems: what waits on it, and the time before which none arrives. */
final class Link {
  private final Address from;
  private final Address to;
  private final SortedMap<Long, Parcel> parked = new TreeMap<>();
  private long lastArrivalNanos;

  Link(Address from, Address to) {
    this.from = from;
    this.to = to;
  }

  Address from() {
    return from;
  }

  Address to() {
    return to;
  }

  /** When a message sent now arrives: never before one that was sent earlier. */
  long arrival(long nowNanos, long delayNanos) {
    lastArrivalNanos = Math.max(Math.addExact(nowNanos, delayNanos), lastArrivalNanos);
    return lastArrivalNanos;
  }

  boolean hasParked() {
    return !parked.isEmpty();
  }

  /** Keeps the message, in the order of sending, until the link is open again. */
  void park(Parcel parcel) {
    parked.put(parcel.sequence(), parcel);
  }

  List<Parcel> takeParked() {
    List<Parcel> waiting = new ArrayList<>(parked.values());
    parked.clear();
    return waiting;
  }
}
