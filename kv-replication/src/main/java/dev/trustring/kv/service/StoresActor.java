package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.kv.store.SavedPacket;
import dev.trustring.kv.store.StoreObserver;
import dev.trustring.kv.store.StoreState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of the service that starts the actors of its stores and tells them of the lock. */
final class StoresActor {

  private final ActorContext<KvServiceActor.Message> context;
  private final String persistenceId;
  private final KvServiceActor.Ports ports;
  private final PeerBook peers;
  private final Map<StoreKey, ActorRef<KvStoreActor.Message>> stores = new TreeMap<>();

  StoresActor(
      ActorContext<KvServiceActor.Message> context,
      String persistenceId,
      KvServiceActor.Ports ports,
      PeerBook peers) {
    this.context = context;
    this.persistenceId = persistenceId;
    this.ports = ports;
    this.peers = peers;
  }

  /** The actor of a store, started when it is first asked for. */
  ActorRef<KvStoreActor.Message> of(StoreKey key) {
    return stores.computeIfAbsent(key, this::start);
  }

  /** The screen is locked from now on, or is not any more. */
  void screenIs(boolean locked) {
    peers.screenIs(locked);
    stores.values().forEach(store -> store.tell(new KvStoreActor.ScreenIs(locked)));
  }

  /** The files of those stores are damaged that the user in front has here. */
  void hit(KvCatalogue known, ServiceEvent.FileHit hit) {
    known.stores().keySet().stream()
        .filter(key -> key.bundle().equals(hit.bundle()) && key.user().equals(known.front()))
        .filter(key -> hit.store().map(key.store()::equals).orElse(true))
        .forEach(key -> of(key).tell(new KvStoreActor.FileHit()));
  }

  /** Every store is backed up that its app wants to be. */
  void backUp(KvCatalogue known) {
    known.stores().keySet().forEach(key -> of(key).tell(new KvStoreActor.BackUp()));
  }

  /** Callbacks are not told of what peers send from now on, or are again. */
  void deafToPeers(boolean deaf) {
    stores.values().forEach(store -> store.tell(new KvStoreActor.DeafToPeers(deaf)));
  }

  /** From now on the service is told when a write concerns one of these queries. */
  void watch(StoreKey key, List<Query> queries) {
    of(key).tell(new KvStoreActor.Watch(queries));
  }

  private ActorRef<KvStoreActor.Message> start(StoreKey key) {
    ActorRef<KvStoreActor.Message> store =
        context.spawn(
            KvStoreActor.create(
                persistenceId + "/" + key,
                new KvStoreActor.Ports(
                    ports.self().name(),
                    ports.clock(),
                    new Watched(key, ports.observer()),
                    told -> ports.observer().dataChange(key, told),
                    queries -> context.getSelf().tell(new KvServiceActor.Written(key, queries)))),
            "store-" + stores.size(),
            DispatcherSelector.sameAsParent());
    if (peers.isLocked()) {
      store.tell(new KvStoreActor.ScreenIs(true));
    }
    return store;
  }

  /** Says of which store it is that is heard. */
  private record Watched(StoreKey key, KvObserver observer) implements StoreObserver {
    @Override
    public void stored(KvStore.Event event, StoreState after) {
      observer.stored(key, event, after);
    }

    @Override
    public void read(StoreState state) {
      observer.read(key, state);
    }

    @Override
    public void saved(SavedPacket packet) {
      observer.saved(key, packet);
    }
  }
}
