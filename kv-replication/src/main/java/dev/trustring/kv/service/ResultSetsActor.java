package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.kv.sync.OnceActor;
import java.util.Optional;
import java.util.function.Function;

/** The part of the service that keeps the result sets of apps. */
final class ResultSetsActor {

  private final ActorContext<KvServiceActor.Message> context;
  private final AppProcesses apps;
  private final Function<StoreKey, ActorRef<KvStoreActor.Message>> stores;
  private final ResultSets sets = new ResultSets();

  ResultSetsActor(
      ActorContext<KvServiceActor.Message> context,
      AppProcesses apps,
      Function<StoreKey, ActorRef<KvStoreActor.Message>> stores) {
    this.context = context;
    this.apps = apps;
    this.stores = stores;
  }

  /** Opens, closes or uses a result set. */
  void ask(ResultSetCall call, ActorRef<KvCall.Reply> replyTo) {
    if (call instanceof ResultSetCall.Open open) {
      open(open, replyTo);
    } else if (call instanceof ResultSetCall.Close close) {
      StoreKey key = close.caller().key(close.store());
      replyTo.tell(OpenRule.refusal(apps.handle(key)).orElseGet(() -> sets.close(close)));
    } else if (call instanceof ResultSetCall.Use use) {
      replyTo.tell(sets.use(use));
    } else {
      throw new AssertionError(call);
    }
  }

  private void open(ResultSetCall.Open open, ActorRef<KvCall.Reply> replyTo) {
    StoreKey key = open.caller().key(open.store());
    Optional<KvCall.Reply> refusal =
        OpenRule.refusal(apps.handle(key)).or(() -> sets.refusal(open));
    if (refusal.isPresent()) {
      replyTo.tell(refusal.get());
      return;
    }
    stores
        .apply(key)
        .tell(
            new KvStoreActor.Hold(
                open.rows(),
                OnceActor.once(
                    context,
                    KvStore.Reply.class,
                    context.getSelf(),
                    rows -> new KvServiceActor.RowsFound(open, rows, replyTo))));
  }

  /** The rows of a result set have been found. */
  void found(KvServiceActor.RowsFound found) {
    found.replyTo().tell(sets.opened(found.call(), found.rows()));
  }

  /** The process of an app is gone. */
  void ended(KvServiceActor.AppEnded app) {
    sets.appEnded(app.bundle(), app.user());
  }

  /** An app may have closed the store. */
  void closed(StoreKey key) {
    if (OpenRule.refusal(apps.handle(key)).isPresent()) {
      sets.storeClosed(key);
    }
  }
}
