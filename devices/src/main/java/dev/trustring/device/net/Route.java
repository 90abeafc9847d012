package dev.trustring.device.net;

import dev.trustring.trust.identity.DeviceName;

/**
 * Where a channel leads and what for. All sessions of one purpose with a peer share one channel, as
 * all stores do (trust-and-softbus §5.6, §8).
 */
public record Route(DeviceName peer, Purpose purpose) implements Comparable<Route> {

  /** The channel of the device's services to a peer. */
  public static Route ofServices(DeviceName peer) {
    return new Route(peer, Purpose.SERVICES);
  }

  /** Whether sessions of apps go over it; nobody asks when the channel of the services is there. */
  boolean isForApps() {
    return purpose != Purpose.SERVICES;
  }

  /** What asks the peer for the channel. */
  Payload open(int number) {
    return isForApps() ? new Payload.LaneOpen(number, purpose) : new Payload.SessionOpen(number);
  }

  @Override
  public int compareTo(Route other) {
    int byPeer = peer.compareTo(other.peer);
    return byPeer != 0 ? byPeer : purpose.compareTo(other.purpose);
  }
}
