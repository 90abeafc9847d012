package dev.trustring.trust.level;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.trust.identity.DeviceIdentity;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** Runs the level service of one device: its timers, its messages, its answers. */
public final class LevelActor extends AbstractBehavior<LevelActor.Message> {

  /** What the actor takes. */
  public sealed interface Message {}

  /** Somebody wants to know the level of a device, and waits so many seconds for it. */
  public record Ask(DeviceIdentity peer, int seconds, ActorRef<LevelAnswer> replyTo)
      implements Message {}

  /** Something happened. */
  public record Tell(LevelService.Command command) implements Message {}

  private record SendNow(LevelService.Send send) implements Message {}

  /** What the actor needs of its device. */
  public record Ports(
      InstantSource clock, RandomGenerator random, BiConsumer<DeviceIdentity, LevelMessage> send) {}

  private final TimerScheduler<Message> timers;
  private final Ports ports;
  private final Map<Long, ActorRef<LevelAnswer>> askers = new TreeMap<>();
  private LevelService service;
  private long lastAsker;
  private long lastSent;

  private LevelActor(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      LevelService service,
      Ports ports) {
    super(context);
    this.timers = timers;
    this.service = service;
    this.ports = ports;
  }

  /** A service that knows of nobody yet. */
  public static Behavior<Message> create(LevelService.Self self, Ports ports) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new LevelActor(context, timers, LevelService.of(self), ports)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Ask.class, this::onAsk)
        .onMessage(Tell.class, tell -> follow(tell.command()))
        .onMessage(SendNow.class, late -> said(late.send()))
        .build();
  }

  private Behavior<Message> onAsk(Ask ask) {
    long asker = ++lastAsker;
    askers.put(asker, ask.replyTo());
    return follow(new LevelService.Ask(ask.peer(), asker, ask.seconds()));
  }

  private Behavior<Message> follow(LevelService.Command command) {
    LevelService.Decision decision =
        service.decide(
            command, new LevelService.Inputs(ports.clock().instant(), ports.random().nextLong()));
    service = decision.service();
    decision.effects().forEach(this::carryOut);
    return this;
  }

  private void carryOut(LevelService.Effect effect) {
    if (effect instanceof LevelService.Send send) {
      if (send.after().isZero()) {
        said(send);
      } else {
        timers.startSingleTimer("send-" + ++lastSent, new SendNow(send), send.after());
      }
    } else if (effect instanceof LevelService.Answer answer) {
      ActorRef<LevelAnswer> asker = askers.remove(answer.asker());
      if (asker != null) {
        asker.tell(answer.answer());
      }
    } else if (effect instanceof LevelService.StartTimer start) {
      timers.startSingleTimer(
          start.timer(), new Tell(new LevelService.TimerFired(start.timer())), start.after());
    } else if (effect instanceof LevelService.StopTimer stop) {
      timers.cancel(stop.timer());
    } else {
      throw new AssertionError(effect);
    }
  }

  private Behavior<Message> said(LevelService.Send send) {
    ports.send().accept(send.to(), send.message());
    return this;
  }
}
