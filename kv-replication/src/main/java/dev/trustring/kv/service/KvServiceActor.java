package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EffectBuilder;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import dev.trustring.atm.AtmActor;
import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.SoftBusCode;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.metadata.PeerRecord;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.point.FaultPoints;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.kv.store.SyncRange;
import dev.trustring.kv.sync.FactsActor;
import dev.trustring.kv.sync.Gathered;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.kv.sync.ReceiveActor;
import dev.trustring.kv.sync.Self;
import dev.trustring.kv.sync.SyncActor;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.kv.sync.SyncNews;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The data service of one device: takes calls and frames to whoever serves them. */
public final class KvServiceActor
    extends EventSourcedBehavior<KvServiceActor.Message, KvCatalogue.Event, KvCatalogue> {

  /** What the service takes. */
  public sealed interface Message {}

  /** An app calls. */
  public record Call(KvCall call, ActorRef<KvCall.Reply> replyTo) implements Message {}

  /** The data service of a peer says something. */
  public record FromPeer(DeviceName peer, SyncMessage message) implements Message {}

  /** The soft bus has news of a peer. */
  public record PeerChanged(DeviceName peer, PeerInfo info) implements Message {}

  /** The soft bus could not deliver what an attempt sent, and says why. */
  public record LinkFailed(AttemptId attempt, SoftBusCode lane) implements Message {}

  /** This device's clock was set. */
  public record ClockChanged() implements Message {}

  /** That user is in front. */
  public record UserIs(OsAccountId user) implements Message {}

  /** The screen of this device is locked from now on, or is not any more. */
  public record ScreenIs(boolean locked) implements Message {}

  /** Something befalls the service or its files. */
  public record Meets(ServiceEvent what) implements Message {}

  /** The process of an app is gone, and what it held of its stores in memory with it. */
  public record AppEnded(BundleName bundle, OsAccountId user) implements Message {

    /** Whether that is a store of the app. */
    boolean isOf(StoreKey key) {
      return key.bundle().equals(bundle) && key.user().equals(user);
    }
  }

  /** Whoever makes records asks what this device knows as the receiver of an attempt. */
  public record Inspect(
      AttemptId attempt, DeviceName sender, Link link, ActorRef<ReceiverReport> replyTo)
      implements Message {}

  record AttemptWaits(
      SyncActor.Subject subject,
      ActorRef<SyncActor.Message> attempt,
      Optional<ActorRef<SyncCallActor.Message>> call)
      implements Message {}

  record DelayOver(ActorRef<SyncCallActor.Message> call) implements Message {}

  private record Asked(FactsActor.KnowledgeQuery question) implements Message {}

  private record NewsCame(SyncNews news) implements Message {}

  private record Served(ReceiveActor.Served served) implements Message {}

  record StoreOpened(
      KvCall.GetStore call, DataGroup group, boolean rebuilt, ActorRef<KvCall.Reply> replyTo)
      implements Message {}

  record OpenRefused(KvCall.GetStore call, DataGroup group, String name) implements Message {}

  record StoreDeleted(KvCall.DeleteStore call, KvStore.Reply reply, ActorRef<KvCall.Reply> replyTo)
      implements Message {}

  record RowsFound(ResultSetCall.Open call, KvStore.Reply rows, ActorRef<KvCall.Reply> replyTo)
      implements Message {}

  record StoreRestored(KvCall.OnStore call, KvStore.Reply reply, ActorRef<KvCall.Reply> replyTo)
      implements Message {}

  /** Rows were written on this device that these queries of peers find, or found before. */
  record Written(StoreKey key, List<Query> queries) implements Message {
    Written {
      queries = List.copyOf(queries);
    }
  }

  record ErrandReady(Errands.Errand errand, Gathered gathered) implements Message {}

  record RangeChanged(StoreKey key, SyncRange range) implements Message {}

  /**
   * What the service needs of its device; a level that is wanted comes as news of the peer.
   *
   * @param points where the service may take the rarer way
   */
  public record Ports(
      Self self,
      InstantSource clock,
      ActorRef<AtmActor.Message> atm,
      ActorRef<TrustActor.Message> trust,
      BiConsumer<DeviceName, SyncMessage> send,
      Consumer<DeviceName> levelWanted,
      FaultPoints points,
      KvObserver observer) {}

  private final Ports ports;
  private final FactsActor.Sources sources;
  private final ActorRef<SyncNews> news;
  private final ActorRef<ReceiveActor.Served> served;
  private final AppProcesses apps = new AppProcesses();
  private final PeerBook peers;
  private final AttemptTableActor attempts;
  private final ServingActor serving;
  private final AppCallsActor calls;
  private final SyncCallsActor syncs;
  private final StoresActor stores;
  private final Errands errands;
  private final NewsActor newsTaker;
  private final ServiceLife life = new ServiceLife();
  private final ServiceLifeActor alive;

  private KvServiceActor(ActorContext<Message> context, String persistenceId, Ports ports) {
    // Stores and attempts live on when the disk refuses the service: theirs may not be refused.
    super(
        PersistenceId.ofUniqueId(persistenceId),
        KvStoreActor.AFTER_DISK_FAILURE.withStopChildren(false));
    this.ports = ports;
    SubscriptionBook subscribed = new SubscriptionBook();
    this.peers = new PeerBook(ports.levelWanted(), subscribed::ofPeers);
    this.stores = new StoresActor(context, persistenceId, ports, peers);
    this.sources =
        new FactsActor.Sources(
            ports.self(),
            ports.points(),
            context.messageAdapter(FactsActor.KnowledgeQuery.class, Asked::new),
            ports.atm(),
            ports.trust());
    this.news = context.messageAdapter(SyncNews.class, NewsCame::new);
    this.served = context.messageAdapter(ReceiveActor.Served.class, Served::new);
    this.attempts = new AttemptTableActor(ports.self(), life);
    this.serving = new ServingActor(context, ports, sources, this::attemptPorts, life);
    Books books = new Books(apps, peers, attempts, subscribed, life);
    this.errands = new Errands(subscribed, stores::watch, serving::gather);
    this.newsTaker = new NewsActor(ports, books, serving, errands);
    this.syncs = new SyncCallsActor(context, ports, books, sources, this::attemptPorts);
    this.calls = new AppCallsActor(context, ports, books, syncs, stores::of);
    this.alive =
        new ServiceLifeActor(
            context, ports, books, new ServiceLifeActor.Parts(syncs, serving, errands, stores));
  }

  /** The behaviour of a data service that keeps its catalogue under that persistence id. */
  public static Behavior<Message> create(String persistenceId, Ports ports) {
    return Behaviors.setup(context -> new KvServiceActor(context, persistenceId, ports));
  }

  @Override
  public KvCatalogue emptyState() {
    return KvCatalogue.EMPTY;
  }

  @Override
  public CommandHandler<Message, KvCatalogue.Event, KvCatalogue> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Call.class, this::onCall)
        .onCommand(FromPeer.class, this::onFrame)
        .onCommand(PeerChanged.class, change -> quietly(() -> newsTaker.peer(change)))
        .onCommand(LinkFailed.class, failed -> quietly(() -> attempts.linkFailed(failed)))
        .onCommand(ClockChanged.class, changed -> quietly(peers::clockChanged))
        .onCommand(UserIs.class, this::onUser)
        .onCommand(ScreenIs.class, screen -> quietly(() -> stores.screenIs(screen.locked())))
        .onCommand(
            Inspect.class,
            (known, ask) -> quietly(() -> serving.inspect(ask, known.here(ask.link()))))
        .onCommand(AttemptWaits.class, waits -> quietly(() -> attempts.add(waits)))
        .onCommand(DelayOver.class, over -> quietly(() -> syncs.delayOver(over.call())))
        .onCommand(
            Asked.class, (known, asked) -> quietly(() -> newsTaker.asked(known, asked.question())))
        .onCommand(Meets.class, (known, met) -> quietly(() -> alive.meets(known, met.what())))
        .onCommand(
            NewsCame.class, (known, came) -> quietly(() -> newsTaker.came(known, came.news())))
        .onCommand(Served.class, served -> quietly(() -> newsTaker.served(served.served())))
        .onCommand(Written.class, (known, at) -> quietly(() -> errands.written(known, at)))
        .onCommand(ErrandReady.class, ready -> quietly(() -> newsTaker.ready(ready)))
        .onCommand(StoreOpened.class, this::onOpened)
        .onCommand(RangeChanged.class, this::onRange)
        .onCommand(AppEnded.class, ended -> quietly(() -> calls.ended(ended)))
        .onCommand(StoreDeleted.class, this::onDeleted)
        .onCommand(StoreRestored.class, back -> quietly(() -> calls.restored(back)))
        .onCommand(RowsFound.class, found -> quietly(() -> calls.found(found)))
        .onCommand(OpenRefused.class, (known, refused) -> quietly(() -> onRefused(known, refused)))
        .build();
  }

  @Override
  public EventHandler<KvCatalogue, KvCatalogue.Event> eventHandler() {
    return (known, event) -> event.appliedTo(known);
  }

  private Effect<KvCatalogue.Event, KvCatalogue> quietly(Runnable work) {
    work.run();
    return Effect().none();
  }

  private Effect<KvCatalogue.Event, KvCatalogue> onCall(KvCatalogue known, Call message) {
    KvCall call = message.call();
    if (calls.takes(call, message.replyTo())) {
      return Effect().none();
    }
    if (call instanceof KvCall.RemoveStores remove) {
      return quietly(() -> calls.remove(known, remove, message.replyTo()));
    }
    if (call instanceof KvCall.StoreIds asked) {
      return Effect().none().thenReply(message.replyTo(), same -> ManagerRule.ids(same, asked));
    }
    if (syncs.takes(known, call, message.replyTo())) {
      return Effect().none();
    }
    return onServiceCall(known, call, message.replyTo());
  }

  /** Calls that only go to the service and not to the store (kv-store §1.1). */
  private Effect<KvCatalogue.Event, KvCatalogue> onServiceCall(
      KvCatalogue known, KvCall call, ActorRef<KvCall.Reply> replyTo) {
    if (call instanceof KvCall.SetSyncParam set) {
      return quietly(() -> replyTo.tell(apps.setSyncParam(set)));
    }
    if (call instanceof KvCall.EnableSync enable) {
      return enable(known, enable, replyTo);
    }
    throw new AssertionError(call);
  }

  private Effect<KvCatalogue.Event, KvCatalogue> enable(
      KvCatalogue known, KvCall.EnableSync call, ActorRef<KvCall.Reply> replyTo) {
    StoreKey key = call.caller().key(call.store());
    KvCall.Reply reply =
        OpenRule.refusal(apps.handle(key)).orElseGet(() -> new KvCall.Reply.Done());
    return reply instanceof KvCall.Reply.Done && known.changesBy(key, call.enabled())
        ? Effect()
            .persist(new KvCatalogue.Event.SyncEnabled(key, call.enabled()))
            .thenReply(replyTo, after -> reply)
        : Effect().none().thenReply(replyTo, same -> reply);
  }

  private Effect<KvCatalogue.Event, KvCatalogue> onOpened(KvCatalogue known, StoreOpened opened) {
    KvCall.GetStore call = opened.call();
    StoreKey key = call.caller().key(call.store());
    apps.opened(key, opened.group(), call.options().autoSync());
    StoreRecord record = OpenRule.record(known, call);
    if (opened.rebuilt()) {
      peers.relabelled(call.caller().link(call.store()));
    }
    if (record.equals(known.stores().get(key))) {
      return Effect().none().thenReply(opened.replyTo(), same -> new KvCall.Reply.Done());
    }
    peers.relabelled(call.caller().link(call.store()));
    return Effect()
        .persist(new KvCatalogue.Event.StoreRecorded(key, record))
        .thenReply(opened.replyTo(), after -> new KvCall.Reply.Done());
  }

  private void onRefused(KvCatalogue known, OpenRefused refused) {
    KvCall.GetStore call = refused.call();
    StoreKey key = call.caller().key(call.store());
    apps.refused(key, refused.group(), OpenRule.refused(known, call, refused.name()));
  }

  /** A device may have died when the file was gone and its record was not: it goes now. */
  private Effect<KvCatalogue.Event, KvCatalogue> onDeleted(
      KvCatalogue known, StoreDeleted deleted) {
    KvCaller caller = deleted.call().caller();
    StoreKey key = caller.key(deleted.call().store());
    Link link = caller.link(deleted.call().store());
    if (deleted.reply() instanceof KvStore.Reply.Refused refused
        && !known.stores().containsKey(key)) {
      return Effect()
          .none()
          .thenReply(deleted.replyTo(), same -> new KvCall.Reply.Failed(refused.status()));
    }
    apps.deleted(key);
    peers.relabelled(link);
    attempts.storeGone(link);
    errands.storeGone(link);
    return Effect()
        .persist(new KvCatalogue.Event.StoreForgotten(key))
        .thenReply(deleted.replyTo(), after -> new KvCall.Reply.Done());
  }

  private Effect<KvCatalogue.Event, KvCatalogue> onRange(KvCatalogue known, RangeChanged changed) {
    Optional<StoreRecord> record = OpenRule.withRange(known, changed.key(), changed.range());
    return record.isPresent()
        ? Effect().persist(new KvCatalogue.Event.StoreRecorded(changed.key(), record.get()))
        : Effect().none();
  }

  /** What is under way for the stores of others ends (kv-store §3.8). */
  private Effect<KvCatalogue.Event, KvCatalogue> onUser(KvCatalogue known, UserIs is) {
    if (is.user().equals(known.front())) {
      return Effect().none();
    }
    attempts.userChanged(is.user());
    return Effect().persist(new KvCatalogue.Event.UserCame(is.user()));
  }

  private SyncActor.Ports attemptPorts(SyncActor.Subject subject) {
    Link link = subject.link();
    StoreKey key = new StoreKey(link.bundle(), link.user(), link.store());
    return new SyncActor.Ports(
        sources,
        ports.clock(),
        message -> ports.send().accept(subject.peer(), message),
        stores.of(key),
        news);
  }

  private Effect<KvCatalogue.Event, KvCatalogue> onFrame(KvCatalogue known, FromPeer from) {
    if (!life.serving()) {
      return Effect().none();
    }
    if (from.message() instanceof SyncMessage.MetaRequest request) {
      return learn(from.peer(), request.record(), known.toldTo(from.peer()))
          .thenRun(
              after ->
                  ports
                      .send()
                      .accept(
                          from.peer(),
                          new SyncMessage.MetaAnswer(request.attempt(), after.published())));
    }
    if (from.message() instanceof SyncMessage.MetaAnswer answer) {
      return learn(from.peer(), answer.record(), attempts.toldBy(answer.attempt()))
          .thenRun(after -> attempts.tell(answer.attempt(), new SyncActor.MetadataStored()));
    }
    if (from.message() instanceof SyncMessage.Answer answer) {
      attempts.tell(answer.attempt(), new SyncActor.FromPeer(answer));
      return Effect().none();
    }
    if (from.message() instanceof SyncMessage.Request request) {
      return quietly(() -> serve(known, from.peer(), request));
    }
    throw new AssertionError(from.message());
  }

  private EffectBuilder<KvCatalogue.Event, KvCatalogue> learn(
      DeviceName peer, PeerRecord record, long toldVersion) {
    return Effect().persist(new KvCatalogue.Event.PeerLearnt(peer, record, toldVersion));
  }

  private void serve(KvCatalogue known, DeviceName peer, SyncMessage.Request request) {
    Link link = known.here(request.link());
    Optional<ActorRef<KvStoreActor.Message>> store =
        known
            .own(link)
            .map(record -> stores.of(new StoreKey(link.bundle(), link.user(), link.store())));
    serving.serve(peer, request, link, store, served);
  }
}
