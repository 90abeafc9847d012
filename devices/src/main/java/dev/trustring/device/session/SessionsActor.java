package dev.trustring.device.session;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.device.net.LaneNews;
import dev.trustring.device.net.Payload;
import dev.trustring.device.net.Route;
import dev.trustring.device.net.SessionCode;
import dev.trustring.device.net.SoftBusActor;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs the sessions of one device; it starts when one of them is first spoken of. */
public final class SessionsActor extends AbstractBehavior<SessionsActor.Message> {

  /** What the actor takes. */
  public sealed interface Message {}

  /** A platform call about sessions. */
  public record Ask(SessionCall call, ActorRef<SessionReply> replyTo) implements Message {}

  /** A peer has said something. */
  public record FromPeer(DeviceName peer, Payload.OfSession word) implements Message {}

  /** Something has become of a channel. */
  public record Lane(LaneNews news) implements Message {}

  /** A peer is online, or not any more. */
  public record PeerChanged(DeviceName peer, boolean online) implements Message {}

  private record TrustIs(SessionWish.CheckAccess asked, TrustState trust) implements Message {}

  private record Judged(SessionWish.CheckAccess asked, Optional<SessionCode> refused)
      implements Message {}

  private record Late(SessionWish.Timer timer) implements Message {}

  /**
   * What the actor needs of its device.
   *
   * @param callBack calls the listener of a process
   */
  public record Ports(
      InstantSource clock,
      ActorRef<TrustActor.Message> trust,
      ActorRef<SoftBusActor.Message> bus,
      Consumer<SessionCallback> callBack) {}

  private final TimerScheduler<Message> timers;
  private final SessionTable table;
  private final Ports ports;
  private final Map<Integer, ActorRef<SessionReply>> askers = new TreeMap<>();
  private int lastAsk;

  private SessionsActor(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      SessionTable table,
      Ports ports) {
    super(context);
    this.timers = timers;
    this.table = table;
    this.ports = ports;
  }

  /** The sessions of a device that has none so far. */
  public static Behavior<Message> create(SessionStart start, Ports ports) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new SessionsActor(
                        context, timers, new SessionTable(start.tier(), start.online()), ports)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Ask.class, this::onAsk)
        .onMessage(FromPeer.class, in -> follow(() -> from(in.peer(), in.word())))
        .onMessage(Lane.class, in -> follow(() -> table.on(in.news(), now())))
        .onMessage(PeerChanged.class, in -> follow(() -> table.peer(in.peer(), in.online(), now())))
        .onMessage(TrustIs.class, is -> follow(() -> judge(is)))
        .onMessage(
            Judged.class,
            in ->
                follow(
                    () ->
                        table.judged(
                            in.asked().peer(),
                            in.asked().wanted().words().session(),
                            in.refused(),
                            now())))
        .onMessage(Late.class, in -> follow(() -> table.remind(in.timer(), now())))
        .build();
  }

  private Instant now() {
    return ports.clock().instant();
  }

  private Behavior<Message> onAsk(Ask ask) {
    askers.put(++lastAsk, ask.replyTo());
    return follow(() -> table.on(lastAsk, ask.call(), now()));
  }

  private void from(DeviceName peer, Payload.OfSession word) {
    table.from(new Route(peer, word.purpose()), word.message(), now());
  }

  private Behavior<Message> follow(Runnable change) {
    change.run();
    table.wishes().forEach(this::carryOut);
    return this;
  }

  private void carryOut(SessionWish wish) {
    if (wish instanceof SessionWish.Answer answer) {
      Objects.requireNonNull(askers.remove(answer.call())).tell(answer.reply());
    } else if (wish instanceof SessionWish.Prepare prepare) {
      ports.bus().tell(new SoftBusActor.Prepare(prepare.route(), prepare.order()));
    } else if (wish instanceof SessionWish.Say say) {
      Payload payload = new Payload.OfSession(say.message(), say.route().purpose());
      ports.bus().tell(new SoftBusActor.Send(say.route().peer(), payload));
    } else if (wish instanceof SessionWish.CheckAccess check) {
      ask(check);
    } else if (wish instanceof SessionWish.CallBack call) {
      ports.callBack().accept(call.callback());
    } else if (wish instanceof SessionWish.Remind remind) {
      timers.startSingleTimer(remind.timer(), new Late(remind.timer()), remind.after());
    } else {
      throw new AssertionError(wish);
    }
  }

  private void ask(SessionWish.CheckAccess check) {
    ask(new Trust.Describe(), reply -> new TrustIs(check, ((Trust.Described) reply).state()));
  }

  private void judge(TrustIs is) {
    ask(
        SessionAccess.sink(is.asked(), is.trust()),
        reply -> new Judged(is.asked(), SessionAccess.refusal(reply)));
  }

  private void ask(Trust.Command question, Function<Trust.Reply, Message> then) {
    ports
        .trust()
        .tell(
            new TrustActor.Ask(
                question,
                OnceActor.once(getContext(), Trust.Reply.class, getContext().getSelf(), then)));
  }
}
