package dev.trustring.atm.kit;

import akka.actor.typed.ActorRef;
import akka.actor.typed.BackoffSupervisorStrategy;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import java.time.Duration;
import java.util.List;

/** Keeps the permission kit of one device; a change that changes nothing is not stored. */
public final class KitActor extends EventSourcedBehavior<KitActor.Message, KitChange, KitState> {
  /** As with other services of a device: no answer while the disk refuses (our choice). */
  private static final BackoffSupervisorStrategy AFTER_DISK_FAILURE =
      SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(3), 0);

  private KitActor(PersistenceId persistenceId) {
    super(persistenceId, AFTER_DISK_FAILURE);
  }

  /** What the actor can be told. */
  public sealed interface Message {}

  /** Makes a change; whoever asked hears what is stored afterwards. */
  public record Change(KitChange change, ActorRef<KitState> replyTo) implements Message {}

  /** Asks for what is stored. */
  public record Read(ActorRef<KitState> replyTo) implements Message {}

  /** The actor that stores its events under this id. */
  public static Behavior<Message> create(String persistenceId) {
    return Behaviors.setup(context -> new KitActor(PersistenceId.ofUniqueId(persistenceId)));
  }

  @Override
  public KitState emptyState() {
    return KitState.EMPTY;
  }

  @Override
  public CommandHandler<Message, KitChange, KitState> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Change.class, this::onChange)
        .onCommand(Read.class, (state, read) -> Effect().reply(read.replyTo(), state))
        .build();
  }

  @Override
  public EventHandler<KitState, KitChange> eventHandler() {
    return (state, change) -> change.appliedTo(state);
  }

  private Effect<KitChange, KitState> onChange(KitState state, Change ask) {
    boolean matters = !ask.change().appliedTo(state).equals(state);
    return Effect()
        .persist(matters ? List.of(ask.change()) : List.of())
        .thenReply(ask.replyTo(), after -> after);
  }
}
