package dev.trustring.kv.service;

import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.sync.Knowledge;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.kv.sync.Subscriptions;
import dev.trustring.kv.sync.SyncNews;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the data service remembers of its peers and of its own screen while it runs: who is online,
 * clocks, abilities, the lock.
 */
final class PeerBook {

  private final Consumer<DeviceName> levelWanted;
  private final Function<Link, Subscriptions> subscribed;
  private final Map<DeviceName, PeerInfo> peers = new TreeMap<>();
  private final Map<DeviceName, Long> offsets = new TreeMap<>();
  private final TreeSet<DeviceName> clocksServed = new TreeSet<>();
  private final TreeSet<String> abilities = new TreeSet<>();
  private boolean locked;

  /**
   * A book without entries.
   *
   * @param levelWanted told when a level has to be asked for
   * @param subscribed what peers have subscribed to of a store
   */
  PeerBook(Consumer<DeviceName> levelWanted, Function<Link, Subscriptions> subscribed) {
    this.levelWanted = levelWanted;
    this.subscribed = subscribed;
  }

  /** The screen of this device is locked, or is not any more. */
  void screenIs(boolean nowLocked) {
    locked = nowLocked;
  }

  /** Whether the screen of this device is locked. */
  boolean isLocked() {
    return locked;
  }

  void heardOf(DeviceName peer, PeerInfo info) {
    peers.put(peer, info);
    if (!info.online()) {
      abilities.removeIf(entry -> entry.startsWith(peer.value() + "|"));
    }
  }

  List<DeviceName> online() {
    return peers.entrySet().stream()
        .filter(entry -> entry.getValue().online())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Only a device that the device manager has named can be told apart (kv-store §1.4). */
  Optional<KvCall.Reply> refusal(DeviceName self, KvStore.Command command) {
    boolean unknown =
        command instanceof KvStore.Command.RemoveDeviceData remove
            && !remove.device().equals(self)
            && !peers.containsKey(remove.device());
    return unknown
        ? Optional.of(new KvCall.Reply.Failed(Status.INVALID_ARGUMENT))
        : Optional.empty();
  }

  void clocksMeasured(DeviceName peer, long offset) {
    offsets.put(peer, offset);
    clocksServed.add(peer);
  }

  void clocksServed(DeviceName peer) {
    clocksServed.add(peer);
  }

  /** The own clock was set: every exchange of clocks is void (kv-store §3.4). */
  void clockChanged() {
    offsets.clear();
    clocksServed.clear();
  }

  void ability(DeviceName peer, Link link, boolean known) {
    if (known) {
      abilities.add(entry(peer, link));
    } else {
      abilities.remove(entry(peer, link));
    }
  }

  /** What an attempt has left; a peer that is offline by now is negotiated with anew (§3.8). */
  void attemptEnded(SyncNews.Ended ended) {
    boolean offline = !peers.getOrDefault(ended.peer(), PeerInfo.STRANGER).online();
    ability(ended.peer(), ended.link(), ended.abilityKnown() && !offline);
  }

  /** The own store has another label: abilities are negotiated again (kv-store §3.4). */
  void relabelled(Link link) {
    abilities.removeIf(entry -> entry.endsWith(suffix(link)));
  }

  /**
   * What is known of a store and a peer now. Where the level may not do it is asked for meanwhile
   * (trust-and-softbus §4.5).
   */
  Knowledge knowledge(KvCatalogue catalogue, DeviceName peer, Link link) {
    Optional<StoreRecord> own = catalogue.own(link);
    PeerInfo info = peers.getOrDefault(peer, PeerInfo.STRANGER);
    if (own.filter(store -> info.levelWantedFor(store.label())).isPresent()) {
      levelWanted.accept(peer);
    }
    return new Knowledge(
        own,
        catalogue.sameBundle(link),
        Optional.ofNullable(catalogue.peers().get(peer)),
        info,
        catalogue.isFresh(peer, link),
        offsets.containsKey(peer),
        clocksServed.contains(peer),
        offsets.getOrDefault(peer, 0L),
        abilities.contains(entry(peer, link)),
        locked,
        subscribed.apply(link));
  }

  private static String entry(DeviceName peer, Link link) {
    return peer.value() + suffix(link);
  }

  private static String suffix(Link link) {
    return "|" + link.app().value() + "|" + link.store();
  }
}
