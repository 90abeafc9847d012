package dev.trustring.device;

import dev.trustring.device.net.Payload;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
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
 *
 * @param proven the levels that peers without one in their attributes have proven; forgotten when
 *     the peer goes out of reach
 */
record Nodes(
    Map<DeviceName, TreeSet<RingId>> rings,
    Map<DeviceName, TreeSet<RingId>> reachable,
    Map<DeviceName, Payload.NodeAttributes> told,
    Map<DeviceName, DeviceLevel> proven) {

  static final Nodes NOBODY = new Nodes(Map.of(), Map.of(), Map.of(), Map.of());

  Nodes {
    rings = new TreeMap<>(rings);
    reachable = new TreeMap<>(reachable);
    told = new TreeMap<>(told);
    proven = new TreeMap<>(proven);
    proven.keySet().retainAll(reachable.keySet());
  }

  /** The ledger after news from the membership port. */
  Nodes after(MembershipEvent event) {
    DeviceName peer = event.peer().name();
    if (event instanceof MembershipEvent.Online) {
      return new Nodes(
          plus(rings, peer, event.ring()), plus(reachable, peer, event.ring()), told, proven);
    }
    if (event instanceof MembershipEvent.Joined || event instanceof MembershipEvent.Unreachable) {
      return new Nodes(
          plus(rings, peer, event.ring()), minus(reachable, peer, event.ring()), told, proven);
    }
    if (event instanceof MembershipEvent.Left || event instanceof MembershipEvent.Removed) {
      return new Nodes(
              minus(rings, peer, event.ring()), minus(reachable, peer, event.ring()), told, proven)
          .withoutStranger(peer);
    }
    throw new AssertionError(event);
  }

  /** The ledger after a peer has told its attributes. */
  Nodes told(DeviceName peer, Payload.NodeAttributes attributes) {
    Map<DeviceName, Payload.NodeAttributes> more = new TreeMap<>(told);
    more.put(peer, attributes);
    return new Nodes(rings, reachable, more, proven);
  }

  /** The ledger when what a peer told is that of a node which is no more. */
  Nodes withoutNode(DeviceName peer) {
    Map<DeviceName, Payload.NodeAttributes> less = new TreeMap<>(told);
    less.remove(peer);
    return new Nodes(rings, reachable, less, proven);
  }

  /** The ledger after a peer that is online has proven its level. */
  Nodes proven(DeviceName peer, DeviceLevel level) {
    Map<DeviceName, DeviceLevel> more = new TreeMap<>(proven);
    more.put(peer, level);
    return new Nodes(rings, reachable, told, more);
  }

  /** What a peer told is forgotten with the last ring (trust-and-softbus §7). */
  private Nodes withoutStranger(DeviceName peer) {
    return rings.containsKey(peer) ? this : withoutNode(peer);
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

  /** What the peers that are online told of themselves. */
  Map<DeviceName, Payload.NodeAttributes> onlineNodes() {
    Map<DeviceName, Payload.NodeAttributes> online = new TreeMap<>(told);
    online.keySet().retainAll(reachable.keySet());
    return online;
  }

  /** What a peer that is online told of itself. */
  Optional<Payload.NodeAttributes> online(DeviceName peer) {
    return Optional.ofNullable(told.get(peer)).filter(node -> isOnline(peer));
  }

  /**
   * What the data service is told of a peer. A level that is not in the attributes is known as long
   * as the peer is online (trust-and-softbus §4.5).
   */
  PeerInfo info(DeviceName peer) {
    Optional<Payload.NodeAttributes> node = Optional.ofNullable(told.get(peer));
    boolean asked = node.filter(one -> !one.levelStated()).isPresent();
    return new PeerInfo(
        rings.containsKey(peer),
        isOnline(peer),
        asked ? Optional.ofNullable(proven.get(peer)) : node.flatMap(one -> one.info().level()),
        asked,
        node.flatMap(one -> one.info().tee()));
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
