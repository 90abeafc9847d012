package dev.trustring.device.net;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.trust.identity.DeviceName;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Runs the soft bus of one device: opens sessions, sends frames, hands on what comes. */
public final class SoftBusActor extends AbstractBehavior<SoftBusActor.Message> {

  /** What the actor takes. */
  public sealed interface Message {}

  /** Something is to go to a peer. */
  public record Send(DeviceName peer, Payload payload) implements Message {}

  /**
   * Sessions of apps are to go to a peer.
   *
   * @param order the bearers to try, the first first
   */
  public record Prepare(Route route, List<Bearer> order) implements Message {
    public Prepare {
      order = List.copyOf(order);
    }
  }

  /** A frame has come in. */
  public record Arrived(Frame frame) implements Message {}

  /** The radios that are on. */
  public record Radios(List<Bearer> on) implements Message {
    public Radios {
      on = List.copyOf(on);
    }
  }

  /** The bearers that a peer has; towards a peer that never told, all own ones are tried. */
  public record PeerBearers(DeviceName peer, List<Bearer> bearers) implements Message {
    public PeerBearers {
      bearers = List.copyOf(bearers);
    }
  }

  /** Asks whether a channel is or was open that nobody has begun to build anew. */
  public record AskOpen(Route route, ActorRef<Boolean> replyTo) implements Message {}

  private record Remind(Route route, int number) implements Message {}

  /**
   * What the actor needs of its device.
   *
   * @param transmit puts a frame on the air
   * @param deliver takes what a peer sent
   * @param failed told of each attempt whose message could not leave, and why
   * @param askedInVain told of each peer whose level could not be asked for
   * @param lanes told what becomes of the channels for sessions of apps
   */
  public record Ports(
      InstantSource clock,
      Consumer<Frame> transmit,
      BiConsumer<DeviceName, Payload> deliver,
      BiConsumer<AttemptId, LaneCode> failed,
      Consumer<DeviceName> askedInVain,
      Consumer<LaneNews> lanes) {}

  private final TimerScheduler<Message> timers;
  private final Ports ports;
  private SoftBus bus;

  private SoftBusActor(
      ActorContext<Message> context, TimerScheduler<Message> timers, SoftBus bus, Ports ports) {
    super(context);
    this.timers = timers;
    this.bus = bus;
    this.ports = ports;
  }

  /** The soft bus of a device with those radios on. */
  public static Behavior<Message> create(DeviceName self, List<Bearer> on, Ports ports) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new SoftBusActor(context, timers, SoftBus.withRadios(self, on), ports)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(
            Send.class,
            send ->
                follow(
                    bus.send(
                        new Route(send.peer(), send.payload().purpose()),
                        send.payload(),
                        ports.clock().instant())))
        .onMessage(
            Prepare.class,
            wanted -> follow(bus.prepare(wanted.route(), wanted.order(), ports.clock().instant())))
        .onMessage(
            Arrived.class, arrived -> follow(bus.receive(arrived.frame(), ports.clock().instant())))
        .onMessage(Radios.class, radios -> follow(bus.radios(radios.on())))
        .onMessage(PeerBearers.class, has -> follow(bus.peerHas(has.peer(), has.bearers())))
        .onMessage(AskOpen.class, this::onAskOpen)
        .onMessage(Remind.class, remind -> follow(bus.remind(remind.route(), remind.number())))
        .build();
  }

  private Behavior<Message> onAskOpen(AskOpen asked) {
    asked.replyTo().tell(bus.isOpen(asked.route()));
    return this;
  }

  private Behavior<Message> follow(SoftBus.Next next) {
    bus = next.bus();
    next.wishes().forEach(this::carryOut);
    return this;
  }

  private void carryOut(SoftBus.Wish wish) {
    if (wish instanceof SoftBus.Wish.Transmit transmit) {
      ports.transmit().accept(transmit.frame());
    } else if (wish instanceof SoftBus.Wish.Remind remind) {
      timers.startSingleTimer(
          remind.route(), new Remind(remind.route(), remind.number()), remind.after());
    } else if (wish instanceof SoftBus.Wish.Deliver deliver) {
      ports.deliver().accept(deliver.from(), deliver.payload());
    } else if (wish instanceof SoftBus.Wish.GiveUp giveUp) {
      giveUp.attempts().forEach(attempt -> ports.failed().accept(attempt, giveUp.why()));
      if (giveUp.route().isForApps()) {
        ports.lanes().accept(new LaneNews.Cut(giveUp.route(), giveUp.why()));
      }
    } else if (wish instanceof SoftBus.Wish.AskedInVain vain) {
      ports.askedInVain().accept(vain.peer());
    } else if (wish instanceof SoftBus.Wish.Ready ready) {
      ports.lanes().accept(new LaneNews.Ready(ready.route(), ready.bearer()));
    } else {
      throw new AssertionError(wish);
    }
  }
}
