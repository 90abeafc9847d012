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
import dev.trustring.atm.permission.PermissionCatalogue;
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

  /** The AccessTokenManager of this device has stored something. */
  record Stored(Atm.Event event) implements Message {}

  private record Remind(int request) implements Message {}

  private record Found(Function<Optional<HapToken>, List<TokenSync.Wish>> then, Atm.Reply reply)
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
        .onMessage(Stored.class, stored -> onStored(stored.event()))
        .onMessage(Remind.class, remind -> follow(sync.remind(remind.request())))
        .onMessage(Found.class, found -> follow(found.then().apply(token(found.reply()))))
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

  private Behavior<Message> onStored(Atm.Event event) {
    if (event instanceof Atm.Event.TokenDeleted deleted) {
      return follow(sync.localDeleted(deleted.tokenId()));
    }
    if (event instanceof Atm.Event.PermissionChanged changed) {
      find(
          new Atm.Command.TokenOf(changed.identity()),
          token -> token.map(found -> sync.localChanged(found.tokenId())).orElse(List.of()));
    }
    return this;
  }

  private Behavior<Message> follow(List<TokenSync.Wish> wishes) {
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
      find(new Atm.Command.TokenById(export.token()), token -> sync.exported(export, token));
    } else if (wish instanceof TokenSync.Wish.Fetch fetch) {
      find(new Atm.Command.TokenById(fetch.token()), token -> sync.fetched(fetch, token));
    } else if (wish instanceof TokenSync.Wish.FindCaller wanted) {
      find(new Atm.Command.TokenOf(wanted.app()), token -> sync.callerFound(wanted, token));
    } else {
      throw new AssertionError(wish);
    }
  }

  private void find(Atm.Command question, Function<Optional<HapToken>, List<TokenSync.Wish>> then) {
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

  private static Optional<HapToken> token(Atm.Reply reply) {
    return reply instanceof Atm.Reply.TokenFound found
        ? Optional.of(found.token())
        : Optional.empty();
  }
}
