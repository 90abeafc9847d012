package dev.trustring.sim.ring;

import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.RingId;

/** A device and a peer that it may have in a ring, from the device's place. */
public record Pair(DeviceName self, DeviceName peer, RingId ring) implements Comparable<Pair> {

  Pair fromTheOtherEnd() {
    return new Pair(/* self= */ peer, /* peer= */ self, ring);
  }

  @Override
  public int compareTo(Pair other) {
    int bySelf = self.compareTo(other.self);
    int byPeer = bySelf != 0 ? bySelf : peer.compareTo(other.peer);
    return byPeer != 0 ? byPeer : ring.compareTo(other.ring);
  }
}
