package dev.trustring.device;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.atm.kit.KitActor;
import dev.trustring.atm.kit.KitChange;
import dev.trustring.atm.kit.KitState;
import dev.trustring.atm.lite.Lite;
import dev.trustring.atm.lite.LiteActor;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RemoteCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.call.Surface;
import dev.trustring.device.lnn.LnnAsk;
import dev.trustring.device.lnn.LnnReply;
import dev.trustring.device.nearby.Desk;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.nearby.DeviceManagerActor;
import dev.trustring.device.nearby.DiscoveryRefusal;
import dev.trustring.device.nearby.NoticeCommand;
import dev.trustring.device.net.Payload;
import dev.trustring.device.profile.AppPackage;
import dev.trustring.device.profile.SystemTier;
import dev.trustring.device.session.SessionCall;
import dev.trustring.device.session.SessionReply;
import dev.trustring.device.session.SessionsActor;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.service.KvServiceActor;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.level.LevelActor;
import dev.trustring.trust.level.LevelAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One platform call in flight: asks the services for its class and hands out the answer. */
final class CallActor extends AbstractBehavior<CallActor.Continue> implements RunningCall {

  /** An answer to the call itself: it goes on from here. */
  record Continue(Runnable next) {}

  /**
   * What the call finds on its device.
   *
   * @param nodes the peers as they are when it starts
   * @param own what the device tells of itself
   */
  record Surroundings(
      DeviceIdentity device,
      SystemTier tier,
      Nodes nodes,
      Desk desk,
      Payload.NodeAttributes own,
      AppMarket market,
      ActorRef<DeviceActor.Message> self,
      ActorRef<AtmActor.Message> atm,
      ActorRef<TrustActor.Message> trust,
      ActorRef<KvServiceActor.Message> kv) {}

  /** What the platform says of a call that a system of this size does not have. */
  private static final CallOutcome NOT_SUPPORTED =
      CallOutcome.failed(801, "CAPABILITY_NOT_SUPPORTED", "this system does not offer the call");

  private final CallRequest request;
  private final Surroundings around;
  private final ActorRef<CallOutcome> replyTo;
  private boolean answered;

  private CallActor(
      ActorContext<Continue> context,
      CallRequest request,
      Surroundings around,
      ActorRef<CallOutcome> replyTo) {
    super(context);
    this.request = request;
    this.around = around;
    this.replyTo = replyTo;
  }

  static Behavior<Continue> create(
      PlatformCall call, CallRequest request, Surroundings around, ActorRef<CallOutcome> replyTo) {
    return Behaviors.setup(
        context -> {
          CallActor actor = new CallActor(context, request, around, replyTo);
          if (Surface.of(request.name()).isOn(around.tier())) {
            call.start(actor);
          } else {
            actor.answer(NOT_SUPPORTED);
          }
          return actor.answered ? Behaviors.stopped() : actor;
        });
  }

  @Override
  public Receive<Continue> createReceive() {
    return newReceiveBuilder().onMessage(Continue.class, this::onContinue).build();
  }

  private Behavior<Continue> onContinue(Continue message) {
    message.next().run();
    return answered ? Behaviors.stopped() : this;
  }

  @Override
  public Caller caller() {
    return request.caller();
  }

  @Override
  public Arguments arguments() {
    return new Arguments(request.arguments());
  }

  @Override
  public DeviceIdentity device() {
    return around.device();
  }

  @Override
  public List<DeviceName> onlinePeers() {
    return around.nodes().online();
  }

  @Override
  public Optional<AppPackage> market(String alias) {
    return around.market().find(alias);
  }

  @Override
  public void atm(Atm.Command command, Consumer<Atm.Reply> then) {
    around.atm().tell(new AtmActor.Ask(command, once(Atm.Reply.class, then)));
  }

  @Override
  public void trust(Trust.Command command, Consumer<Trust.Reply> then) {
    around.trust().tell(new TrustActor.Ask(command, once(Trust.Reply.class, then)));
  }

  @Override
  public void kv(KvCall call, Consumer<KvCall.Reply> then) {
    around.kv().tell(new KvServiceActor.Call(call, once(KvCall.Reply.class, then)));
  }

  @Override
  public void screenIs(boolean locked) {
    around.kv().tell(new KvServiceActor.ScreenIs(locked));
  }

  @Override
  public void ended(TokenIdentity app) {
    around.kv().tell(appEnded(app));
    if (around.desk().announcers().contains(app.bundle().value())) {
      around.self().tell(ask(on -> on.devices().tell(noticesGone(app))));
    }
  }

  /** What the soft bus had of that app is gone with its process. */
  static DeviceManagerActor.Message noticesGone(TokenIdentity app) {
    return new DeviceManagerActor.Tell(
        new DeviceManager.OfNotices(new NoticeCommand.Gone(app.bundle().value())));
  }

  /** The process of an app has ended; what it held of its stores goes with it. */
  static KvServiceActor.Message appEnded(TokenIdentity app) {
    return new KvServiceActor.AppEnded(app.bundle(), new OsAccountId(app.user().value()));
  }

  @Override
  public void lite(Lite.Command command, Consumer<Lite.Reply> then) {
    ActorRef<Lite.Reply> reply = once(Lite.Reply.class, then);
    around.self().tell(ask(on -> on.made().lite().tell(new LiteActor.Ask(command, reply))));
  }

  @Override
  public void kit(Optional<KitChange> change, Consumer<KitState> then) {
    ActorRef<KitState> reply = once(KitState.class, then);
    around
        .self()
        .tell(
            ask(
                on ->
                    on.made()
                        .kit()
                        .tell(
                            change
                                .<KitActor.Message>map(made -> new KitActor.Change(made, reply))
                                .orElseGet(() -> new KitActor.Read(reply)))));
  }

  @Override
  public void remote(RemoteCall question, Consumer<Long> then) {
    ActorRef<Long> reply = once(Long.class, then);
    around.self().tell(ask(on -> on.sync().tell(new TokenSyncActor.Ask(question, reply))));
  }

  @Override
  public Desk desk() {
    return around.desk();
  }

  @Override
  public Optional<Payload.NodeAttributes> node(DeviceName device) {
    return device.equals(around.device().name())
        ? Optional.of(around.own())
        : around.nodes().online(device);
  }

  @Override
  public void devices(DeviceManager.Command command, Consumer<Optional<DiscoveryRefusal>> then) {
    ActorRef<DeviceManagerActor.Answered> reply =
        once(DeviceManagerActor.Answered.class, answered -> then.accept(answered.refusal()));
    around.self().tell(ask(on -> on.devices().tell(new DeviceManagerActor.Ask(command, reply))));
  }

  @Override
  public void level(DeviceIdentity device, int seconds, Consumer<LevelAnswer> then) {
    ActorRef<LevelAnswer> reply = once(LevelAnswer.class, then);
    around.self().tell(ask(on -> on.levels().tell(new LevelActor.Ask(device, seconds, reply))));
  }

  @Override
  public void session(SessionCall call, Consumer<SessionReply> then) {
    ActorRef<SessionReply> reply = once(SessionReply.class, then);
    around.self().tell(ask(on -> on.sessions().tell(new SessionsActor.Ask(call, reply))));
  }

  @Override
  public void lnn(LnnAsk call, Consumer<LnnReply> then) {
    ActorRef<LnnReply> reply = once(LnnReply.class, then);
    around.self().tell(ask(on -> on.joins().ask(call, reply)));
  }

  private static DeviceActor.Message ask(Consumer<DeviceActor> question) {
    return new DeviceActor.AskPart(question);
  }

  @Override
  public void answer(CallOutcome outcome) {
    if (answered) {
      throw new IllegalStateException(request.name() + " answered twice");
    }
    answered = true;
    replyTo.tell(outcome);
  }

  private <A> ActorRef<A> once(Class<A> answer, Consumer<A> then) {
    return OnceActor.once(
        getContext(),
        answer,
        getContext().getSelf(),
        came -> new Continue(() -> then.accept(came)));
  }
}
