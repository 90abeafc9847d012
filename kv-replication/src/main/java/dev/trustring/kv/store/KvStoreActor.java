package dev.trustring.kv.store;

import akka.actor.typed.ActorRef;
import akka.actor.typed.BackoffSupervisorStrategy;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EffectBuilder;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.SignalHandler;
import dev.trustring.kv.query.Query;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps one store: asks the rules, persists their events, and answers only then. */
public final class KvStoreActor
    extends EventSourcedBehavior<KvStoreActor.Message, KvStore.Event, StoreState> {

  /** What the actor takes. */
  public sealed interface Message {}

  /** The screen of the device is locked from now on, or is not any more. */
  public record ScreenIs(boolean locked) implements Message {}

  /** Callbacks are not told of what peers send from now on, or are again (kv-store §1.1). */
  public record DeafToPeers(boolean deaf) implements Message {}

  /** The service makes its backup of the store, if the app wants one (kv-store §6). */
  public record BackUp() implements Message {}

  /** The file of the store is damaged, if there is one. */
  public record FileHit() implements Message {}

  /** From now on whoever watches is told when a write concerns one of these queries. */
  public record Watch(List<Query> queries) implements Message {
    public Watch {
      queries = List.copyOf(queries);
    }
  }

  /** A command, and who waits for the answer. */
  public record Ask(KvStore.Command command, ActorRef<KvStore.Reply> replyTo) implements Message {}

  /** The same for rows that stay open, as a transaction does not let them (kv-store §1.4). */
  public record Hold(KvStore.Command rows, ActorRef<KvStore.Reply> replyTo) implements Message {}

  /**
   * What the actor needs of its device.
   *
   * @param observer told of every event once it is on disk
   * @param callbacks told of every call of an app's callback
   * @param watcher told which of the watched queries a write concerns, once it is on disk
   */
  public record Ports(
      DeviceName self,
      InstantSource clock,
      StoreObserver observer,
      Consumer<StoreSession.Told> callbacks,
      Consumer<List<Query>> watcher) {}

  /**
   * A write that the disk refuses gets no answer, and the actor reads its events again until the
   * disk works. That writes go on afterwards is our choice (unverified).
   */
  public static final BackoffSupervisorStrategy AFTER_DISK_FAILURE =
      SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(3), 0);

  private final Ports ports;
  private boolean locked;
  private List<Query> watched = List.of();
  private StoreSession session = StoreSession.IDLE;

  private KvStoreActor(String persistenceId, Ports ports) {
    super(PersistenceId.ofUniqueId(persistenceId), AFTER_DISK_FAILURE);
    this.ports = ports;
  }

  /** The behaviour of a store that is kept under that persistence id. */
  public static Behavior<Message> create(String persistenceId, Ports ports) {
    return new KvStoreActor(persistenceId, ports);
  }

  @Override
  public StoreState emptyState() {
    return StoreState.ABSENT;
  }

  @Override
  public CommandHandler<Message, KvStore.Event, StoreState> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Ask.class, this::onAsk)
        .onCommand(Hold.class, this::onHold)
        .onCommand(ScreenIs.class, this::onScreen)
        .onCommand(Watch.class, this::onWatch)
        .onCommand(FileHit.class, this::onHit)
        .onCommand(BackUp.class, this::onBackUp)
        .onCommand(DeafToPeers.class, this::onDeaf)
        .build();
  }

  @Override
  public EventHandler<StoreState, KvStore.Event> eventHandler() {
    return newEventHandlerBuilder()
        .forAnyState()
        .onEvent(KvStore.Event.class, (state, event) -> event.appliedTo(state))
        .build();
  }

  /** What was not yet on disk when it failed is not written any more, so nothing waits for it. */
  @Override
  public SignalHandler<StoreState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::onRecovered)
        .build();
  }

  private void onRecovered(StoreState state) {
    session = session.withoutTransaction();
    ports.observer().read(state);
  }

  private Effect<KvStore.Event, StoreState> onAsk(StoreState state, Ask ask) {
    StoreInputs inputs = inputs();
    StoreSession.Outcome outcome = decide(state, ask.command(), inputs);
    StoreDecision decision = outcome.decision();
    Optional<SavedPacket> saved = SavedPacket.of(state, ask.command(), inputs, decision);
    if (decision.events().isEmpty()) {
      saved.ifPresent(ports.observer()::saved);
      return Effect().none().thenReply(ask.replyTo(), unchanged -> decision.reply());
    }
    return persist(state, outcome)
        .thenRun(after -> saved.ifPresent(ports.observer()::saved))
        .thenReply(ask.replyTo(), after -> decision.reply());
  }

  private Effect<KvStore.Event, StoreState> onHold(StoreState state, Hold hold) {
    return session
        .refusalToHold()
        .<Effect<KvStore.Event, StoreState>>map(
            busy -> Effect().none().thenReply(hold.replyTo(), unchanged -> busy))
        .orElseGet(() -> onAsk(state, new Ask(hold.rows(), hold.replyTo())));
  }

  /** What waited for the unlock is merged with the first word after it. */
  private Effect<KvStore.Event, StoreState> onScreen(StoreState state, ScreenIs is) {
    locked = is.locked();
    return persist(state, decide(state, new KvStore.Command.Describe(), inputs()));
  }

  private Effect<KvStore.Event, StoreState> onDeaf(StoreState state, DeafToPeers is) {
    session = session.deafToPeers(is.deaf());
    return Effect().none();
  }

  private Effect<KvStore.Event, StoreState> onBackUp(StoreState state, BackUp now) {
    return persist(
        state, new StoreSession.Outcome(session.backedUp(state, inputs()), session, List.of()));
  }

  private Effect<KvStore.Event, StoreState> onHit(StoreState state, FileHit hit) {
    return persist(state, new StoreSession.Outcome(DamagedFile.struck(state), session, List.of()));
  }

  private Effect<KvStore.Event, StoreState> onWatch(StoreState state, Watch watch) {
    watched = watch.queries();
    return Effect().none();
  }

  private StoreInputs inputs() {
    return new StoreInputs(ports.self(), EngineTime.of(ports.clock().instant()), locked);
  }

  private StoreSession.Outcome decide(
      StoreState state, KvStore.Command command, StoreInputs inputs) {
    StoreSession.Outcome outcome = session.decide(state, command, inputs);
    session = outcome.after();
    return outcome;
  }

  private EffectBuilder<KvStore.Event, StoreState> persist(
      StoreState before, StoreSession.Outcome outcome) {
    List<KvStore.Event> events = outcome.decision().events();
    return Effect()
        .persist(events)
        .thenRun(after -> events.forEach(event -> ports.observer().stored(event, after)))
        .thenRun(after -> outcome.told().forEach(ports.callbacks()))
        .thenRun(after -> tellWatcher(before, events));
  }

  private void tellWatcher(StoreState before, List<KvStore.Event> events) {
    List<Query> concerned = Concerned.among(watched, before, events);
    if (!concerned.isEmpty()) {
      ports.watcher().accept(concerned);
    }
  }
}
