package dev.trustring.device.nearby;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Runs the DeviceManager of one device. Commands are taken one after another, each with the trust
 * as it is when its turn comes.
 */
public final class DeviceManagerActor extends AbstractBehavior<DeviceManagerActor.Message> {

  /** What the actor takes. */
  public sealed interface Message {}

  /** A call wants an answer: why a discovery did not start, or nothing. */
  public record Ask(DeviceManager.Command command, ActorRef<Answered> replyTo) implements Message {}

  /** Something happened. */
  public record Tell(DeviceManager.Command command) implements Message {}

  /** The answer to a call. */
  public record Answered(Optional<DiscoveryRefusal> refusal) {}

  private record TrustIs(TrustState trust) implements Message {}

  /**
   * What the actor needs of its device.
   *
   * @param tell takes a word to another device over the soft bus
   * @param broadcast has everybody asked who can hear it
   * @param screen told what becomes of the screen
   * @param desk told what calls have to know, before the call that changed it is answered
   */
  public record Ports(
      DeviceName self,
      ActorRef<TrustActor.Message> trust,
      Consumer<Frame> transmit,
      BiConsumer<DeviceName, Payload> tell,
      BiConsumer<Medium, Payload> broadcast,
      Consumer<AppCallback> called,
      Consumer<ScreenChange> screen,
      Consumer<Desk> desk) {}

  private final TimerScheduler<Message> timers;
  private final Ports ports;
  private final DeviceManager manager;
  private final Deque<Ask> waiting = new ArrayDeque<>();

  private DeviceManagerActor(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      DeviceManager manager,
      Ports ports) {
    super(context);
    this.timers = timers;
    this.manager = manager;
    this.ports = ports;
  }

  /** A DeviceManager that starts now. */
  public static Behavior<Message> create(DeviceManager manager, Ports ports) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new DeviceManagerActor(context, timers, manager, ports)));
  }

  /** What a frame of discovery is to the DeviceManager. */
  public static DeviceManager.Command heard(Frame frame, Payload.OfDiscovery word) {
    Medium medium = frame.bearer() == Medium.BLE.bearer() ? Medium.BLE : Medium.COAP;
    return word instanceof Payload.OfNotices notice
        ? new DeviceManager.OfNotices(new NoticeCommand.Heard(frame.from(), medium, notice))
        : new DeviceManager.Heard(frame.from(), medium, word);
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Ask.class, this::queue)
        .onMessage(
            Tell.class,
            tell -> queue(new Ask(tell.command(), getContext().getSystem().ignoreRef())))
        .onMessage(TrustIs.class, this::decide)
        .build();
  }

  private Behavior<Message> queue(Ask ask) {
    waiting.add(ask);
    if (waiting.size() == 1) {
      askTrust();
    }
    return this;
  }

  private void askTrust() {
    ports
        .trust()
        .tell(
            new TrustActor.Ask(
                new Trust.Describe(),
                OnceActor.once(
                    getContext(),
                    Trust.Reply.class,
                    getContext().getSelf(),
                    reply -> new TrustIs(((Trust.Described) reply).state()))));
  }

  private Behavior<Message> decide(TrustIs is) {
    Ask ask = waiting.remove();
    DeviceManager.Decision decision = manager.decide(ask.command(), is.trust());
    ports.desk().accept(manager.desk());
    decision.effects().forEach(this::carryOut);
    ask.replyTo().tell(new Answered(decision.refusal()));
    if (!waiting.isEmpty()) {
      askTrust();
    }
    return this;
  }

  private void carryOut(DeviceManager.Effect effect) {
    if (effect instanceof DeviceManager.Broadcast all) {
      ports.broadcast().accept(all.medium(), all.payload());
    } else if (effect instanceof DeviceManager.Transmit one) {
      ports
          .transmit()
          .accept(new Frame(ports.self(), one.to(), one.medium().bearer(), one.payload()));
    } else if (effect instanceof DeviceManager.Tell word) {
      ports.tell().accept(word.to(), word.payload());
    } else if (effect instanceof DeviceManager.CallBack back) {
      ports.called().accept(back.call());
    } else if (effect instanceof DeviceManager.ScreenIs is) {
      ports.screen().accept(is.change());
    } else if (effect instanceof DeviceManager.StartTimer start) {
      timers.startSingleTimer(
          start.timer(), new Tell(new DeviceManager.TimerFired(start.timer())), start.after());
    } else if (effect instanceof DeviceManager.StopTimer stop) {
      timers.cancel(stop.timer());
    } else {
      throw new AssertionError(effect);
    }
  }
}
