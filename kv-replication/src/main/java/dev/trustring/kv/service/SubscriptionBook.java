package dev.trustring.kv.service;

import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.Subscriptions;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.identity.DeviceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The subscriptions of every store, in memory: what peers want of it, and what it wants of them.
 */
final class SubscriptionBook {

  private final Map<Link, Subscriptions> ofPeers = new LinkedHashMap<>();
  private final Map<Link, Subscriptions> atPeers = new LinkedHashMap<>();

  /** What peers have subscribed to of a store. */
  Subscriptions ofPeers(Link link) {
    return ofPeers.getOrDefault(link, Subscriptions.NONE);
  }

  /** Whether the engine begins to subscribe at all (kv-store §1.5). */
  boolean hasRoom(Link link, List<DeviceName> peers, Query query) {
    return atPeers.getOrDefault(link, Subscriptions.NONE).haveRoomFor(peers, query);
  }

  /** A peer told this device what it wants pushed, or does not want any more. */
  void peerTold(DeviceName peer, Link link, SyncMessage.ControlRequest command) {
    put(ofPeers, link, changed(ofPeers(link), peer, command.mode(), command.query()));
  }

  /** A peer has taken such a command of this device. */
  void peerTook(DeviceName peer, Link link, TaskMode mode, Query query) {
    Subscriptions before = atPeers.getOrDefault(link, Subscriptions.NONE);
    put(atPeers, link, changed(before, peer, mode, query));
  }

  private static Subscriptions changed(
      Subscriptions before, DeviceName peer, TaskMode mode, Query query) {
    return mode.subscribes() ? before.with(peer, query) : before.without(peer, query);
  }

  private static void put(Map<Link, Subscriptions> all, Link link, Subscriptions now) {
    if (now.equals(Subscriptions.NONE)) {
      all.remove(link);
    } else {
      all.put(link, now);
    }
  }

  /** The stores under that key to which a peer has subscribed. */
  List<Link> linksOf(StoreKey key) {
    return ofPeers.keySet().stream()
        .filter(link -> new StoreKey(link.bundle(), link.user(), link.store()).equals(key))
        .toList();
  }

  /** What this device has subscribed to at a peer. */
  Map<Link, List<Query>> subscribedAt(DeviceName peer) {
    Map<Link, List<Query>> found = new LinkedHashMap<>();
    atPeers.forEach(
        (link, all) -> {
          if (!all.of(peer).isEmpty()) {
            found.put(link, all.of(peer));
          }
        });
    return found;
  }

  /** Forgets what a peer has subscribed to; the stores for which that changes something. */
  List<Link> forgets(DeviceName peer) {
    List<Link> changed =
        ofPeers.keySet().stream().filter(link -> !ofPeers(link).of(peer).isEmpty()).toList();
    changed.forEach(link -> put(ofPeers, link, ofPeers(link).without(peer)));
    return changed;
  }

  /** Forgets everything; the stores to which peers had subscribed. */
  List<Link> forgetsAll() {
    List<Link> changed = List.copyOf(ofPeers.keySet());
    ofPeers.clear();
    atPeers.clear();
    return changed;
  }

  /** Forgets everything about a store; whether peers had subscribed to it. */
  boolean forgets(Link link) {
    atPeers.remove(link);
    return ofPeers.remove(link) != null;
  }
}
