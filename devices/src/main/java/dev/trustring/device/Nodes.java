package dev.trustring.device;

import dev.trustring.device.net.NodeInfo;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.RingId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The node ledger of a device: who shares a ring with it, who is in reach, and what they told of
 * themselves. A peer counts as online once both are known (trust-and-softbus §2.1: arrival in two
 * steps).
 */
record Nodes(
    Map<DeviceName, TreeSet<RingId>> rings,
    Map<DeviceName, TreeSet<RingId>> reachable,
    Map<DeviceName, NodeInfo> told) {

  static final Nodes NOBODY = new Nodes(Map.of(), Map.of(), Map.of());

  Nodes {
    rings = new TreeMap<>(rings);
    reachable = new TreeMap<>(reachable);
    told = new TreeMap<>(told);
  }

  /** The ledger after news from the membership port. */
  Nodes after(MembershipEvent event) {
    DeviceName peer = event.peer().name();
    if (event instanceof MembershipEvent.Online) {
      return new Nodes(plus(rings, peer, event.ring()), plus(reachable, peer, event.ring()), told);
    }
    if (event instanceof MembershipEvent.Joined || event instanceof MembershipEvent.Unreachable) {
      return new Nodes(plus(rings, peer, event.ring()), minus(reachable, peer, event.ring()), told);
    }
    if (event instanceof MembershipEvent.Left || event instanceof MembershipEvent.Removed) {
      return new Nodes(minus(rings, peer, event.ring()), minus(reachable, peer, event.ring()), told)
          .withoutStranger(peer);
    }
    throw new AssertionError(event);
  }

  /** The ledger after a peer has told its attributes. */
  Nodes told(DeviceName peer, NodeInfo info) {
    Map<DeviceName, NodeInfo> more = new TreeMap<>(told);
    more.put(peer, info);
    return new Nodes(rings, reachable, more);
  }

  /** What a peer told is forgotten with the last ring (trust-and-softbus §7). */
  private Nodes withoutStranger(DeviceName peer) {
    if (rings.containsKey(peer)) {
      return this;
    }
    Map<DeviceName, NodeInfo> less = new TreeMap<>(told);
    less.remove(peer);
    return new Nodes(rings, reachable, less);
  }

  boolean isReachable(DeviceName peer) {
    return reachable.containsKey(peer);
  }

  boolean isOnline(DeviceName peer) {
    return isReachable(peer) && told.containsKey(peer);
  }

  List<DeviceName> online() {
    return reachable.keySet().stream().filter(told::containsKey).toList();
  }

  /** What the data service is told of a peer. */
  PeerInfo info(DeviceName peer) {
    Optional<NodeInfo> node = Optional.ofNullable(told.get(peer));
    return new PeerInfo(
        rings.containsKey(peer),
        isOnline(peer),
        node.flatMap(NodeInfo::level),
        node.flatMap(NodeInfo::tee));
  }

  private static Map<DeviceName, TreeSet<RingId>> plus(
      Map<DeviceName, TreeSet<RingId>> before, DeviceName peer, RingId ring) {
    Map<DeviceName, TreeSet<RingId>> after = new TreeMap<>(before);
    TreeSet<RingId> ids = new TreeSet<>(before.getOrDefault(peer, new TreeSet<>()));
    ids.add(ring);
    after.put(peer, ids);
    return after;
  }

  private static Map<DeviceName, TreeSet<RingId>> minus(
      Map<DeviceName, TreeSet<RingId>> before, DeviceName peer, RingId ring) {
    Map<DeviceName, TreeSet<RingId>> after = new TreeMap<>(before);
    TreeSet<RingId> ids = new TreeSet<>(before.getOrDefault(peer, new TreeSet<>()));
    ids.remove(ring);
    if (ids.isEmpty()) {
      after.remove(peer);
    } else {
      after.put(peer, ids);
    }
    return after;
  }
}
