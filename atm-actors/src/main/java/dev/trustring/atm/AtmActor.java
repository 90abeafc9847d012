package dev.trustring.atm;

import akka.actor.typed.ActorRef;
import akka.actor.typed.BackoffSupervisorStrategy;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.SnapshotAdapter;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.RetentionCriteria;
import com.typesafe.config.Config;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Keeps the AccessTokenManager of one device: asks its rules, stores what happened, replies. */
public final class AtmActor extends EventSourcedBehavior<AtmActor.Message, Atm.Event, AtmState> {
  /**
   * What the disk refuses gets no answer, and the actor reads its events again until the disk
   * works; dialogs that are shown stay (our choice, unverified).
   */
  private static final BackoffSupervisorStrategy AFTER_DISK_FAILURE =
      SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(3), 0);

  /** The one that is read, and one in case that one is torn. */
  private static final int SNAPSHOTS_KEPT = 2;

  private final Ports ports;
  private final boolean snapshots;
  private final TimerScheduler<Message> timers;
  private final ActorRef<Atm.Reply> nobody;
  private final Map<RequestId, ActorRef<Atm.Reply>> askers = new TreeMap<>();
  private PendingRequests pending = PendingRequests.NONE;
  private boolean started;

  private AtmActor(
      PersistenceId persistenceId,
      Ports ports,
      ActorContext<Message> context,
      TimerScheduler<Message> timers) {
    super(persistenceId, AFTER_DISK_FAILURE);
    this.ports = ports;
    this.timers = timers;
    this.nobody = context.getSystem().ignoreRef();
    this.snapshots = hasSnapshotStore(context.getSystem().settings().config());
  }

  /** What the actor can be told. */
  public sealed interface Message {}

  /** A command and who wants its reply; the reply comes after everything is stored. */
  public record Ask(Atm.Command command, ActorRef<Atm.Reply> replyTo) implements Message {}

  /**
   * What the actor needs from the device it runs on.
   *
   * @param random the device's own stream; every command takes one draw
   * @param dialogs shows a dialog; called after the events are stored
   * @param observer told each event once it is stored, and none when the device starts again
   * @param clock a clock that is never set back
   * @param device takes what is for the device to do, timers apart
   * @param snapshotEvery after how many events the whole state is stored
   */
  public record Ports(
      PermissionCatalogue catalogue,
      RandomGenerator random,
      Consumer<Atm.Effect.ShowDialog> dialogs,
      Consumer<Atm.Event> observer,
      InstantSource clock,
      Documentation followed,
      Consumer<GrantEffect> device,
      int snapshotEvery) {
    /** As seldom as recovery from so many events is hardly slower than from a snapshot. */
    public static final int SNAPSHOT_EVERY = 1000;

    /** Ports of a device that never looks at its clock and has no listeners. */
    public Ports(
        PermissionCatalogue catalogue,
        RandomGenerator random,
        Consumer<Atm.Effect.ShowDialog> dialogs,
        Consumer<Atm.Event> observer) {
      this(
          catalogue,
          random,
          dialogs,
          observer,
          () -> Instant.EPOCH,
          Documentation.SOURCES,
          effect -> {},
          SNAPSHOT_EVERY);
    }
  }

  /** The actor that stores its events under this id. */
  public static Behavior<Message> create(String persistenceId, Ports ports) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new AtmActor(PersistenceId.ofUniqueId(persistenceId), ports, context, timers)));
  }

  /** A host without one is not asked to store any; recovery then reads all events. */
  private static boolean hasSnapshotStore(Config config) {
    return !config.getString("akka.persistence.snapshot-store.plugin").isEmpty();
  }

  @Override
  public AtmState emptyState() {
    return AtmState.EMPTY;
  }

  @Override
  public CommandHandler<Message, Atm.Event, AtmState> commandHandler() {
    return newCommandHandlerBuilder().forAnyState().onCommand(Ask.class, this::onAsk).build();
  }

  @Override
  public EventHandler<AtmState, Atm.Event> eventHandler() {
    return (state, event) -> event.appliedTo(state);
  }

  @Override
  public SnapshotAdapter<AtmState> snapshotAdapter() {
    return new SnapshotAdapter<>() {
      @Override
      public Object toJournal(AtmState state) {
        return AtmSnapshot.of(state);
      }

      @Override
      public AtmState fromJournal(Object from) {
        return ((AtmSnapshot) from).state();
      }
    };
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return snapshots
        ? RetentionCriteria.snapshotEvery(ports.snapshotEvery(), SNAPSHOTS_KEPT)
        : RetentionCriteria.disabled();
  }

  private Effect<Atm.Event, AtmState> onAsk(AtmState state, Ask ask) {
    Atm.Inputs inputs =
        new Atm.Inputs(
            ports.catalogue(),
            ports.random().nextLong(),
            ports.clock().instant(),
            ports.followed());
    Atm.Decision decision =
        started
            ? Atm.decide(state, pending, ask.command(), inputs)
            : Atm.decideFirst(state, pending, ask.command(), inputs);
    return Effect().persist(decision.events()).thenRun(() -> carryOut(decision, ask.replyTo()));
  }

  private void carryOut(Atm.Decision decision, ActorRef<Atm.Reply> asker) {
    started = true;
    pending = decision.pending();
    decision.events().forEach(ports.observer());
    decision.effects().forEach(effect -> carryOut(effect, asker));
    decision.reply().ifPresent(asker::tell);
  }

  private void carryOut(Atm.Effect effect, ActorRef<Atm.Reply> asker) {
    if (effect instanceof Atm.Effect.ShowDialog dialog) {
      ports.dialogs().accept(dialog);
    } else if (effect instanceof Atm.Effect.AwaitDialogs await) {
      askers.put(await.request(), asker);
    } else if (effect instanceof Atm.Effect.AnswerRequest answer) {
      Objects.requireNonNull(askers.remove(answer.request())).tell(answer.reply());
    } else if (effect instanceof GrantEffect.StartTimer start) {
      timers.startSingleTimer(
          start.timer(), new Ask(new AtmFact.TimerEnded(start.timer()), nobody), start.after());
    } else if (effect instanceof GrantEffect.CancelTimer cancel) {
      timers.cancel(cancel.timer());
    } else if (effect instanceof GrantEffect forDevice) {
      ports.device().accept(forDevice);
    } else {
      throw new AssertionError(effect);
    }
  }
}
