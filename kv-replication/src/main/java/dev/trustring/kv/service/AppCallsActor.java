package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.OnceActor;
import java.util.Optional;
import java.util.function.Function;

/** The part of the service that takes the calls of apps to their stores. */
final class AppCallsActor {

  private final ActorContext<KvServiceActor.Message> context;
  private final KvServiceActor.Ports ports;
  private final AppProcesses apps;
  private final PeerBook peers;
  private final AttemptTableActor attempts;
  private final ServiceLife life;
  private final Function<StoreKey, ActorRef<KvStoreActor.Message>> stores;
  private final SyncCallsActor syncs;
  private final ResultSetsActor sets;
  private Optional<ActorRef<AutoSyncActor.Message>> autoSync = Optional.empty();

  AppCallsActor(
      ActorContext<KvServiceActor.Message> context,
      KvServiceActor.Ports ports,
      Books books,
      SyncCallsActor syncs,
      Function<StoreKey, ActorRef<KvStoreActor.Message>> stores) {
    this.context = context;
    this.ports = ports;
    this.apps = books.apps();
    this.peers = books.peers();
    this.attempts = books.attempts();
    this.life = books.life();
    this.syncs = syncs;
    this.stores = stores;
    this.sets = new ResultSetsActor(context, apps, stores);
  }

  /** Whether a call is of the app's manager or for one of its stores; if so it is on its way. */
  boolean takes(KvCall call, ActorRef<KvCall.Reply> replyTo) {
    Optional<KvCall.Reply> refusal = life.refusal(call);
    if (refusal.isPresent()) {
      replyTo.tell(refusal.get());
    } else if (call instanceof KvCall.ListenForDeath listen) {
      life.listens(listen);
      replyTo.tell(new KvCall.Reply.Done());
    } else if (call instanceof KvCall.CreateManager create) {
      apps.createdManager(create);
      replyTo.tell(new KvCall.Reply.Done());
    } else if (call instanceof KvCall.CloseStore close) {
      close(close);
      replyTo.tell(new KvCall.Reply.Done());
    } else if (call instanceof KvCall.GetStore open) {
      open(open, replyTo);
    } else if (call instanceof KvCall.OnStore use) {
      use(use, replyTo);
    } else if (call instanceof KvCall.DeleteStore delete) {
      delete(delete, replyTo);
    } else if (call instanceof ResultSetCall set) {
      sets.ask(set, replyTo);
    } else if (call instanceof KvCall.Collaborate with) {
      autoSync().tell(new AutoSyncActor.Partner(with.caller(), with.partner()));
      replyTo.tell(new KvCall.Reply.Done());
    } else {
      return false;
    }
    return true;
  }

  /** Started by the first app that has a use for it. */
  private ActorRef<AutoSyncActor.Message> autoSync() {
    ActorRef<AutoSyncActor.Message> running =
        autoSync.orElseGet(
            () ->
                context.spawn(
                    AutoSyncActor.create(ports.clock(), context.getSelf()),
                    "auto-sync",
                    DispatcherSelector.sameAsParent()));
    autoSync = Optional.of(running);
    return running;
  }

  void found(KvServiceActor.RowsFound found) {
    sets.found(found);
  }

  private void open(KvCall.GetStore call, ActorRef<KvCall.Reply> replyTo) {
    OpenActor.Ports open =
        new OpenActor.Ports(
            ports.self().rules(),
            ports.atm(),
            stores.apply(call.caller().key(call.store())),
            apps.group(call.caller()),
            apps.handle(call.caller().key(call.store())) == AppProcesses.Handle.OPEN,
            context.getSelf(),
            replyTo);
    context.spawnAnonymous(OpenActor.create(call, open), DispatcherSelector.sameAsParent());
  }

  private void use(KvCall.OnStore use, ActorRef<KvCall.Reply> replyTo) {
    StoreKey key = use.caller().key(use.store());
    Optional<KvCall.Reply> refusal =
        OpenRule.refusal(apps.handle(key))
            .or(() -> peers.refusal(ports.self().name(), use.command()))
            .or(() -> OpenRule.busy(use.command(), attempts.isSyncing(link(use))));
    if (refusal.isPresent()) {
      replyTo.tell(refusal.get());
      return;
    }
    if (OpenRule.isWrite(use.command()) && apps.syncsByItself(key)) {
      autoSync().tell(new AutoSyncActor.Wrote(use.caller(), use.store()));
    }
    if (use.command() instanceof KvStore.Command.SetRange set) {
      context.getSelf().tell(new KvServiceActor.RangeChanged(key, set.range()));
    }
    if (OpenRule.beginsSession(use.command())) {
      apps.inSession(key);
    }
    ask(key, use.command(), toCaller(use, replyTo));
  }

  private ActorRef<KvStore.Reply> toCaller(KvCall.OnStore use, ActorRef<KvCall.Reply> replyTo) {
    return use.command() instanceof KvStore.Command.Restore
        ? OnceActor.once(
            context,
            KvStore.Reply.class,
            context.getSelf(),
            reply -> new KvServiceActor.StoreRestored(use, reply, replyTo))
        : OnceActor.once(context, KvStore.Reply.class, replyTo, KvCall.Reply.FromStore::new);
  }

  /** Another history is here now, so abilities are negotiated again (kv-store §6). */
  void restored(KvServiceActor.StoreRestored back) {
    if (back.reply() instanceof KvStore.Reply.Done) {
      peers.relabelled(link(back.call()));
    }
    back.replyTo().tell(new KvCall.Reply.FromStore(back.reply()));
  }

  private static Link link(KvCall.OnStore use) {
    return use.caller().link(use.store());
  }

  private void close(KvCall.CloseStore close) {
    StoreKey key = close.caller().key(close.store());
    if (close.appId().map(id -> apps.isOwn(close.caller(), id)).orElse(true)) {
      apps.closed(key);
    }
    sets.closed(key);
    if (apps.leftSession(key)) {
      ask(key, new KvStore.Command.LetGo(), context.getSystem().ignoreRef());
    }
  }

  void ended(KvServiceActor.AppEnded ended) {
    ports.observer().appEnded(ended.bundle(), ended.user());
    autoSync.ifPresent(running -> running.tell(new AutoSyncActor.Ended(ended)));
    sets.ended(ended);
    syncs.ended(ended);
    life.ended(ended);
    apps.ended(ended)
        .forEach(key -> ask(key, new KvStore.Command.LetGo(), context.getSystem().ignoreRef()));
  }

  /** Deletes one store after the other; each is gone from the catalogue when the next one goes. */
  void remove(KvCatalogue known, KvCall.RemoveStores remove, ActorRef<KvCall.Reply> replyTo) {
    KvCaller app = remove.caller();
    known.stores().keySet().stream()
        .filter(key -> key.bundle().equals(app.bundle()) && key.user().equals(app.user()))
        .map(key -> new KvCall.DeleteStore(app, app.bundle().value(), key.store()))
        .findFirst()
        .ifPresentOrElse(
            first -> deleteFile(first, then(remove, replyTo)),
            () -> replyTo.tell(new KvCall.Reply.Done()));
  }

  private ActorRef<KvCall.Reply> then(KvCall call, ActorRef<KvCall.Reply> replyTo) {
    return OnceActor.once(
        context,
        KvCall.Reply.class,
        context.getSelf(),
        done -> new KvServiceActor.Call(call, replyTo));
  }

  private void delete(KvCall.DeleteStore delete, ActorRef<KvCall.Reply> replyTo) {
    if (!apps.isOwn(delete.caller(), delete.appId())) {
      replyTo.tell(new KvCall.Reply.Failed(Status.NOT_FOUND));
    } else {
      deleteFile(delete, replyTo);
    }
  }

  private void deleteFile(KvCall.DeleteStore delete, ActorRef<KvCall.Reply> replyTo) {
    ask(
        delete.caller().key(delete.store()),
        new KvStore.Command.DeleteStore(),
        OnceActor.once(
            context,
            KvStore.Reply.class,
            context.getSelf(),
            reply -> new KvServiceActor.StoreDeleted(delete, reply, replyTo)));
  }

  private void ask(StoreKey key, KvStore.Command command, ActorRef<KvStore.Reply> replyTo) {
    stores.apply(key).tell(new KvStoreActor.Ask(command, replyTo));
  }
}
