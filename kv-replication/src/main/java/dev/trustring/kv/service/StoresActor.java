package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import dev.trustring.kv.store.KvStoreActor;
import java.util.Map;
import java.util.TreeMap;

/** The part of the service that has an actor for every store. */
final class StoresActor {

  private final ActorContext<KvServiceActor.Message> context;
  private final String persistenceId;
  private final KvServiceActor.Ports ports;
  private final Map<StoreKey, ActorRef<KvStoreActor.Message>> stores = new TreeMap<>();

  StoresActor(
      ActorContext<KvServiceActor.Message> context,
      String persistenceId,
      KvServiceActor.Ports ports) {
    this.context = context;
    this.persistenceId = persistenceId;
    this.ports = ports;
  }

  /** The actor of that store, which starts when it is first asked for. */
  ActorRef<KvStoreActor.Message> of(StoreKey key) {
    return stores.computeIfAbsent(
        key,
        absent ->
            context.spawn(
                KvStoreActor.create(
                    persistenceId + "/" + key,
                    new KvStoreActor.Ports(
                        ports.self().name(),
                        ports.clock(),
                        (event, after) -> ports.observer().stored(key, event, after),
                        told -> ports.observer().dataChange(key, told))),
                "store-" + stores.size(),
                DispatcherSelector.sameAsParent()));
  }
}
