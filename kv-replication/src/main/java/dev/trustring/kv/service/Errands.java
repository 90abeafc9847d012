package dev.trustring.kv.service;

import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.ReceiveActor;
import dev.trustring.kv.sync.Subscriptions;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.kv.sync.SyncNews;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What the engine begins by itself for subscriptions of queries: it pushes what peers have
 * subscribed to, and subscribes again at peers that come back (kv-store §3.4). A subscription lasts
 * as long as the service runs and the store is there; that of a peer ends when the peer goes
 * offline.
 *
 * <p>Each write of the app has its rows pushed. In the platform's sources the engine that pushes
 * sees what its own process writes, and the app writes in another one; that it hears of the app's
 * writes all the same is (unverified). A subscription that could not be sent again is tried when
 * the peer comes online the next time; the platform's timer for these is left out.
 */
final class Errands {

  /** One thing that it begins. */
  record Errand(DeviceName peer, Link link, TaskMode mode, Query query) {
    private String name() {
      return peer + "|" + mode + "|" + link.app().value() + "|" + keyOf(link) + "|" + query.text();
    }
  }

  private final SubscriptionBook book;
  private final BiConsumer<StoreKey, List<Query>> watch;
  private final Consumer<Errand> begin;

  /** What is under way, and whether the same is wanted once more after it. */
  private final Map<String, Boolean> underWay = new TreeMap<>();

  /**
   * No errands yet.
   *
   * @param watch takes the queries of peers that a store is to look out for
   * @param begin takes what is to be begun; it comes back with the facts
   */
  Errands(SubscriptionBook book, BiConsumer<StoreKey, List<Query>> watch, Consumer<Errand> begin) {
    this.book = book;
    this.watch = watch;
    this.begin = begin;
  }

  private static StoreKey keyOf(Link link) {
    return new StoreKey(link.bundle(), link.user(), link.store());
  }

  /** A peer's command was taken. */
  void served(ReceiveActor.Served served) {
    Optional<SyncMessage.ControlRequest> command = served.command();
    if (command.isPresent()) {
      book.peerTold(served.peer(), served.link(), command.get());
      watch(served.link());
    }
  }

  private void watch(Link link) {
    watch.accept(keyOf(link), book.ofPeers(link).all());
  }

  /** An attempt of the engine's or of an app has ended, for that query if it was for one. */
  void ended(SyncNews.Ended ended, Optional<Query> query) {
    TaskMode mode = ended.facts().call().mode();
    if (query.isEmpty() || !(mode.isCommand() || mode.isOfTheEngine())) {
      return;
    }
    if (mode.isCommand() && ended.status().equals(Optional.of(DbStatus.OK))) {
      book.peerTook(ended.peer(), ended.link(), mode, query.get());
    }
    Errand errand = new Errand(ended.peer(), ended.link(), mode, query.get());
    if (Boolean.TRUE.equals(underWay.remove(errand.name()))) {
      begin(errand);
    }
  }

  /** An app has written rows that these queries find, or found before. */
  void written(KvCatalogue known, KvServiceActor.Written written) {
    book.linksOf(written.key()).stream()
        .filter(link -> known.own(link).isPresent())
        .forEach(link -> push(link, written.queries()));
  }

  private void push(Link link, List<Query> queries) {
    Subscriptions peers = book.ofPeers(link);
    for (DeviceName peer : peers.queries().keySet()) {
      for (Query query : queries) {
        if (peers.has(peer, query)) {
          begin(new Errand(peer, link, TaskMode.AUTO_PUSH, query));
        }
      }
    }
  }

  /** The peer is in reach again and has forgotten what this device had subscribed to. */
  void cameOnline(DeviceName peer) {
    book.subscribedAt(peer)
        .forEach(
            (link, queries) ->
                queries.forEach(
                    query -> begin(new Errand(peer, link, TaskMode.AUTO_SUBSCRIBE_QUERY, query))));
  }

  /** What a peer that is gone has subscribed to is forgotten. */
  void wentOffline(DeviceName peer) {
    book.forgets(peer).forEach(this::watch);
  }

  /** The service has died, and every subscription with it. */
  void died() {
    underWay.clear();
    book.forgetsAll().forEach(this::watch);
  }

  /** The store is gone, and every subscription with it. */
  void storeGone(Link link) {
    if (book.forgets(link)) {
      watch(link);
    }
  }

  /** One attempt at a time for each errand; writes that come meanwhile go with one after it. */
  private void begin(Errand errand) {
    if (underWay.containsKey(errand.name())) {
      underWay.put(errand.name(), true);
      return;
    }
    underWay.put(errand.name(), false);
    begin.accept(errand);
  }
}
