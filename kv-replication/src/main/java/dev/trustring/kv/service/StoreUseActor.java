package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.kv.sync.OnceActor;
import java.util.Optional;
import java.util.function.Function;

/** The part of the service through which apps use stores that they hold, and result sets. */
final class StoreUseActor {

  private final ActorContext<KvServiceActor.Message> context;
  private final Function<StoreKey, ActorRef<KvStoreActor.Message>> stores;
  private final Function<StoreKey, Optional<KvCall.Reply>> refusals;
  private final Function<KvStore.Command, Optional<KvCall.Reply>> refusedCommands;
  private final ResultSets sets = new ResultSets();

  StoreUseActor(
      ActorContext<KvServiceActor.Message> context,
      Function<StoreKey, ActorRef<KvStoreActor.Message>> stores,
      Function<StoreKey, Optional<KvCall.Reply>> refusals,
      Function<KvStore.Command, Optional<KvCall.Reply>> refusedCommands) {
    this.context = context;
    this.stores = stores;
    this.refusals = refusals;
    this.refusedCommands = refusedCommands;
  }

  /** Asks the store, unless the app does not hold it. */
  void ask(KvCall.OnStore use, ActorRef<KvCall.Reply> replyTo) {
    StoreKey key = use.caller().key(use.store());
    Optional<KvCall.Reply> refusal =
        refusals.apply(key).or(() -> refusedCommands.apply(use.command()));
    if (refusal.isPresent()) {
      replyTo.tell(refusal.get());
      return;
    }
    if (use.command() instanceof KvStore.Command.SetRange set) {
      context.getSelf().tell(new KvServiceActor.RangeChanged(key, set.range()));
    }
    ask(key, use.command(), replyTo, KvCall.Reply.FromStore::new);
  }

  /** Opens, closes or uses a result set. */
  void ask(ResultSetCall call, ActorRef<KvCall.Reply> replyTo) {
    if (call instanceof ResultSetCall.Open open) {
      open(open, replyTo);
    } else if (call instanceof ResultSetCall.Close close) {
      StoreKey key = close.caller().key(close.store());
      replyTo.tell(refusals.apply(key).orElseGet(() -> sets.close(close)));
    } else if (call instanceof ResultSetCall.Use use) {
      replyTo.tell(sets.use(use));
    } else {
      throw new AssertionError(call);
    }
  }

  private void open(ResultSetCall.Open open, ActorRef<KvCall.Reply> replyTo) {
    StoreKey key = open.caller().key(open.store());
    Optional<KvCall.Reply> refusal = refusals.apply(key).or(() -> sets.refusal(open));
    if (refusal.isPresent()) {
      replyTo.tell(refusal.get());
      return;
    }
    ask(
        key,
        open.rows(),
        context.getSelf(),
        rows -> new KvServiceActor.RowsFound(open, rows, replyTo));
  }

  /** The rows of a result set have been found. */
  void found(KvServiceActor.RowsFound found) {
    found.replyTo().tell(sets.opened(found.call(), found.rows()));
  }

  /** An app has closed the store. */
  void closed(StoreKey key) {
    if (refusals.apply(key).isPresent()) {
      sets.storeClosed(key);
    }
  }

  private <M> void ask(
      StoreKey key,
      KvStore.Command command,
      ActorRef<M> replyTo,
      Function<KvStore.Reply, M> wording) {
    stores
        .apply(key)
        .tell(
            new KvStoreActor.Ask(
                command, OnceActor.once(context, KvStore.Reply.class, replyTo, wording)));
  }
}
