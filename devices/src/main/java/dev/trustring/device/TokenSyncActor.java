package dev.trustring.device;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.atm.AtmFact;
import dev.trustring.atm.GrantEffect;
import dev.trustring.atm.TokenQuery;
import dev.trustring.atm.TokenReply;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.remote.HapTokenInfoForSync;
import dev.trustring.atm.remote.RemoteTokens;
import dev.trustring.atm.remote.TokenSync;
import dev.trustring.atm.remote.TokenSyncMessage;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.device.call.RemoteCall;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Runs the token sync service of one device; it starts when it is first needed. */
final class TokenSyncActor extends AbstractBehavior<TokenSyncActor.Message> {

  /** What the actor takes. */
  sealed interface Message {}

  /** A platform call about an app of another device. */
  record Ask(RemoteCall call, ActorRef<Long> replyTo) implements Message {}

  /** A peer's token sync service has said something. */
  record FromPeer(DeviceName peer, TokenSyncMessage message) implements Message {}

  /** A peer is online, or not any more. */
  record PeerChanged(DeviceName peer, boolean online) implements Message {}

  /** A token of an own app has changed, or is gone. */
  record Modified(GrantEffect.NotifySync notice) implements Message {}

  private record Remind(int request) implements Message {}

  private record Found(Function<Atm.Reply, List<TokenSync.Wish>> then, Atm.Reply reply)
      implements Message {}

  /**
   * What the actor needs of its device.
   *
   * @param send takes a word for a peer
   */
  record Ports(
      ActorRef<AtmActor.Message> atm,
      PermissionCatalogue permissions,
      RandomGenerator random,
      BiConsumer<DeviceName, TokenSyncMessage> send) {}

  private final TimerScheduler<Message> timers;
  private final Ports ports;
  private final TokenSync sync = new TokenSync();
  private final Map<Integer, ActorRef<Long>> askers = new TreeMap<>();
  private RemoteTokens told = RemoteTokens.NONE;
  private int lastAsk;

  private TokenSyncActor(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      List<DeviceName> online,
      Ports ports) {
    super(context);
    this.timers = timers;
    this.ports = ports;
    online.forEach(peer -> sync.peer(peer.value(), true));
  }

  /** The service of a device that sees these peers online. */
  static Behavior<Message> create(List<DeviceName> online, Ports ports) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(timers -> new TokenSyncActor(context, timers, online, ports)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Ask.class, this::onAsk)
        .onMessage(
            FromPeer.class,
            in -> follow(sync.received(in.peer().value(), in.message(), ports.random().nextLong())))
        .onMessage(
            PeerChanged.class, change -> follow(sync.peer(change.peer().value(), change.online())))
        .onMessage(Modified.class, modified -> onModified(modified.notice()))
        .onMessage(Remind.class, remind -> follow(sync.remind(remind.request())))
        .onMessage(Found.class, found -> follow(found.then().apply(found.reply())))
        .build();
  }

  private Behavior<Message> onAsk(Ask ask) {
    if (ask.call() instanceof RemoteCall.Alloc alloc) {
      askers.put(++lastAsk, ask.replyTo());
      return follow(
          sync.alloc(
              new TokenSync.Pull(lastAsk, alloc.peer().value(), alloc.remote(), alloc.app())));
    }
    if (ask.call() instanceof RemoteCall.Verify verify) {
      Optional<TokenId> id =
          verify
              .mapped()
              .or(
                  () ->
                      verify
                          .app()
                          .flatMap(app -> sync.tokens().find(app.peer().value(), app.identity())));
      boolean granted =
          id.filter(mapped -> sync.tokens().verify(mapped, verify.name(), ports.permissions()))
              .isPresent();
      ask.replyTo().tell(granted ? 0L : -1L);
      return this;
    }
    throw new AssertionError(ask);
  }

  private Behavior<Message> onModified(GrantEffect.NotifySync notice) {
    return follow(
        notice.deleted() ? sync.localDeleted(notice.token()) : sync.localChanged(notice.token()));
  }

  /** What is known is told before anybody hears a local id that follows from it. */
  private Behavior<Message> follow(List<TokenSync.Wish> wishes) {
    if (!told.equals(sync.tokens())) {
      told = sync.tokens();
      ports
          .atm()
          .tell(
              new AtmActor.Ask(
                  new AtmFact.RemoteTokensKnown(told), getContext().getSystem().ignoreRef()));
    }
    wishes.forEach(this::carryOut);
    return this;
  }

  private void carryOut(TokenSync.Wish wish) {
    if (wish instanceof TokenSync.Wish.Send send) {
      ports.send().accept(new DeviceName(send.peer()), send.message());
    } else if (wish instanceof TokenSync.Wish.Remind remind) {
      timers.startSingleTimer(remind.request(), new Remind(remind.request()), TokenSync.PATIENCE);
    } else if (wish instanceof TokenSync.Wish.Answer answer) {
      Objects.requireNonNull(askers.remove(answer.ask())).tell(answer.fullTokenId());
    } else if (wish instanceof TokenSync.Wish.Export export) {
      find(
          new TokenQuery.GetHapTokenInfo(export.token()),
          reply -> sync.exported(export, info(reply)));
    } else if (wish instanceof TokenSync.Wish.Fetch fetch) {
      find(
          new TokenQuery.GetHapTokenInfo(fetch.token()), reply -> sync.fetched(fetch, info(reply)));
    } else if (wish instanceof TokenSync.Wish.FindCaller wanted) {
      find(new Atm.Command.TokenOf(wanted.app()), reply -> sync.callerFound(wanted, token(reply)));
    } else {
      throw new AssertionError(wish);
    }
  }

  private void find(Atm.Command question, Function<Atm.Reply, List<TokenSync.Wish>> then) {
    ports
        .atm()
        .tell(
            new AtmActor.Ask(
                question,
                OnceActor.once(
                    getContext(),
                    Atm.Reply.class,
                    getContext().getSelf(),
                    reply -> new Found(then, reply))));
  }

  private static Optional<HapTokenInfoForSync> info(Atm.Reply reply) {
    return reply instanceof TokenReply.HapTokenInfoTold told
        ? Optional.of(HapTokenInfoForSync.of(told.token(), told.details()))
        : Optional.empty();
  }

  private static Optional<HapToken> token(Atm.Reply reply) {
    return reply instanceof Atm.Reply.TokenFound found
        ? Optional.of(found.token())
        : Optional.empty();
  }
}
