package dev.trustring.atm.lite;

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

/**
 * Keeps the permission service of one mini or small system: its files stored, its apps in memory.
 */
public final class LiteActor
    extends EventSourcedBehavior<LiteActor.Message, Lite.Event, LiteFiles> {
  /** As with other services of a device: no answer while the disk refuses (our choice). */
  private static final BackoffSupervisorStrategy AFTER_DISK_FAILURE =
      SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(3), 0);

  private LiteTasks tasks = LiteTasks.NONE;

  private LiteActor(PersistenceId persistenceId) {
    super(persistenceId, AFTER_DISK_FAILURE);
  }

  /** What the actor can be told. */
  public sealed interface Message {}

  /** A command and who wants its reply; the reply comes after everything is stored. */
  public record Ask(Lite.Command command, ActorRef<Lite.Reply> replyTo) implements Message {}

  /** The actor that stores its events under this id. */
  public static Behavior<Message> create(String persistenceId) {
    return Behaviors.setup(context -> new LiteActor(PersistenceId.ofUniqueId(persistenceId)));
  }

  @Override
  public LiteFiles emptyState() {
    return LiteFiles.NONE;
  }

  @Override
  public CommandHandler<Message, Lite.Event, LiteFiles> commandHandler() {
    return newCommandHandlerBuilder().forAnyState().onCommand(Ask.class, this::onAsk).build();
  }

  @Override
  public EventHandler<LiteFiles, Lite.Event> eventHandler() {
    return (files, event) -> event.appliedTo(files);
  }

  private Effect<Lite.Event, LiteFiles> onAsk(LiteFiles files, Ask ask) {
    Lite.Decision decision = Lite.decide(files, tasks, ask.command());
    return Effect()
        .persist(decision.events())
        .thenRun(
            () -> {
              tasks = decision.tasks();
              ask.replyTo().tell(decision.reply());
            });
  }
}
