package dev.trustring.device;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.profile.AppPackage;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.service.KvServiceActor;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
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
   * @param online the peers that are online when it starts
   */
  record Surroundings(
      DeviceIdentity device,
      List<DeviceName> online,
      AppMarket market,
      ActorRef<AtmActor.Message> atm,
      ActorRef<TrustActor.Message> trust,
      ActorRef<KvServiceActor.Message> kv) {}

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
          call.start(actor);
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
    return around.online();
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
