package dev.trustring.sim.wire;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.Props;
import akka.actor.typed.eventstream.EventStream;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.event.Logging;
import akka.remote.artery.ThisActorSystemQuarantinedEvent;
import java.util.function.Consumer;

/**
 * Hears of trouble on the wire while a system runs: certificates that are refused, and peers that
 * gave this system up. Akka tells the first by warnings alone, and only at the end that called; the
 * end that was called by a stranger stays silent.
 */
public final class WireAlarmActor extends AbstractBehavior<Object> {
  private final Consumer<WireProblem> listener;

  private WireAlarmActor(ActorContext<Object> context, Consumer<WireProblem> listener) {
    super(context);
    this.listener = listener;
  }

  /** From now on the listener is called, on a thread of the system, once for every such event. */
  public static void listen(ActorSystem<?> system, Consumer<WireProblem> listener) {
    system.systemActorOf(create(listener), "wire-alarms", Props.empty());
  }

  private static Behavior<Object> create(Consumer<WireProblem> listener) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .eventStream()
              .tell(
                  new EventStream.Subscribe<>(Logging.LogEvent.class, context.getSelf().narrow()));
          context
              .getSystem()
              .eventStream()
              .tell(
                  new EventStream.Subscribe<>(
                      ThisActorSystemQuarantinedEvent.class, context.getSelf().narrow()));
          return new WireAlarmActor(context, listener);
        });
  }

  @Override
  public Receive<Object> createReceive() {
    return newReceiveBuilder()
        .onMessage(Logging.LogEvent.class, this::onLog)
        .onMessage(ThisActorSystemQuarantinedEvent.class, this::onQuarantined)
        .build();
  }

  private Behavior<Object> onLog(Logging.LogEvent event) {
    WireProblem.ofWarning(String.valueOf(event.message())).ifPresent(listener);
    return this;
  }

  private Behavior<Object> onQuarantined(ThisActorSystemQuarantinedEvent event) {
    listener.accept(WireProblem.quarantined(event.remoteAddress().address().toString()));
    return this;
  }
}
