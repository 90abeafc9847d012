package dev.trustring.trust;

import akka.actor.typed.ActorRef;
import akka.actor.typed.BackoffSupervisorStrategy;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.SignalHandler;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.ring.Rings;
import dev.trustring.trust.user.Build;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindVersion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Keeps the trust of one device: asks the rules, persists their facts, carries out, replies. */
public final class TrustActor
    extends EventSourcedBehavior<TrustActor.Message, TrustEvent, TrustState> {

  public sealed interface Message {}

  /** A command whose answer is wanted. The answer to a bind that begins comes when it has ended. */
  public record Ask(Trust.Command command, ActorRef<Trust.Reply> replyTo) implements Message {}

  /** A command whose answer nobody waits for. */
  public record Tell(Trust.Command command) implements Message {}

  /**
   * What the actor needs from its device.
   *
   * @param random the device's own stream for trust
   * @param effects takes every effect but timers, after the facts of its decision are stored
   * @param observer sees everything after it is stored, and nothing during recovery
   * @param version the version of the device's DeviceManager
   */
  public record Ports(
      RandomGenerator random,
      InstantSource clock,
      Consumer<TrustEffect> effects,
      TrustObserver observer,
      Build build,
      BindVersion version) {

    /** Those of an ordinary device. */
    public Ports(
        RandomGenerator random,
        InstantSource clock,
        Consumer<TrustEffect> effects,
        TrustObserver observer) {
      this(random, clock, effects, observer, Build.ORDINARY, BindVersion.OWN);
    }
  }

  public static Behavior<Message> create(String persistenceId, DeviceIdentity self, Ports ports) {
    return Behaviors.withTimers(
        timers -> new TrustActor(PersistenceId.ofUniqueId(persistenceId), self, ports, timers));
  }

  /**
   * What the disk refuses gets no answer, and the actor reads its events again until the disk
   * works. Binds under way are forgotten, as their timers do not survive (our choice, unverified).
   */
  private static final BackoffSupervisorStrategy AFTER_DISK_FAILURE =
      SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(3), 0);

  private final DeviceIdentity self;
  private final Ports ports;
  private final TimerScheduler<Message> timers;
  private final Map<BindId, ActorRef<Trust.Reply>> askedForBind = new TreeMap<>();
  private Sessions sessions = Sessions.NONE;

  private TrustActor(
      PersistenceId id, DeviceIdentity self, Ports ports, TimerScheduler<Message> timers) {
    super(id, AFTER_DISK_FAILURE);
    this.self = self;
    this.ports = ports;
    this.timers = timers;
  }

  @Override
  public TrustState emptyState() {
    return TrustState.factoryNew();
  }

  @Override
  public CommandHandler<Message, TrustEvent, TrustState> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Ask.class, this::onAsk)
        .onCommand(Tell.class, this::onTell)
        .build();
  }

  @Override
  public EventHandler<TrustState, TrustEvent> eventHandler() {
    return (state, event) -> event.appliedTo(state);
  }

  @Override
  public SignalHandler<TrustState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::onRecovered)
        .build();
  }

  private Effect<TrustEvent, TrustState> onAsk(TrustState state, Ask ask) {
    return carriedOut(state, ask.command(), reply -> answer(ask.replyTo(), reply));
  }

  private Effect<TrustEvent, TrustState> onTell(TrustState state, Tell tell) {
    return carriedOut(state, tell.command(), reply -> {});
  }

  private void onRecovered(TrustState state) {
    Trust.Decision restarted =
        Trust.restarted(state, sessions, ports.build(), ports.clock().instant());
    sessions = restarted.sessions();
    askedForBind.clear();
    restarted.effects().forEach(this::carryOut);
    ports.effects().accept(new TrustEffect.RingsChanged(Rings.of(state, self)));
  }

  private Effect<TrustEvent, TrustState> carriedOut(
      TrustState state, Trust.Command command, Consumer<Trust.Reply> answer) {
    Trust.Inputs inputs =
        new Trust.Inputs(
            self,
            ports.clock().instant(),
            ports.random().nextLong(),
            ports.build(),
            ports.version());
    Trust.Decision decision = Trust.decide(state, sessions, command, inputs);
    Optional<BindTurn> turn = BindTurn.of(sessions, decision);
    sessions = decision.sessions();
    return Effect()
        .persist(decision.events())
        .thenRun(
            stored -> {
              decision.events().forEach(ports.observer()::trustStored);
              turn.ifPresent(ports.observer()::bindTurned);
              answer.accept(decision.reply());
              decision.effects().forEach(this::carryOut);
            });
  }

  private void answer(ActorRef<Trust.Reply> replyTo, Trust.Reply reply) {
    if (reply instanceof Trust.BindStarted started) {
      askedForBind.put(started.bind(), replyTo);
    } else {
      replyTo.tell(reply);
    }
  }

  private void carryOut(TrustEffect effect) {
    if (effect instanceof TrustEffect.StartTimer start) {
      timers.startSingleTimer(
          start.key(), new Tell(new Trust.TimerFired(start.key())), start.after());
    } else if (effect instanceof TrustEffect.StopTimer stop) {
      timers.cancel(stop.key());
    } else {
      ports.effects().accept(effect);
    }
    if (effect instanceof TrustEffect.FreezeTold frozen) {
      bindEnded(frozen.bind(), Trust.BindFailed.frozenFor(frozen.remaining()));
    } else if (effect instanceof TrustEffect.BindEnded ended) {
      bindEnded(ended.bind(), Trust.ending(ended.reason()));
    }
  }

  /** Only the first answer counts; the end of a bind of which more was told is no news. */
  private void bindEnded(BindId bind, Trust.Reply answer) {
    ActorRef<Trust.Reply> replyTo = askedForBind.remove(bind);
    if (replyTo != null) {
      replyTo.tell(answer);
    }
  }
}
