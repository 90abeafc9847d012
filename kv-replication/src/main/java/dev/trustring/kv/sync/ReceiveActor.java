package dev.trustring.kv.sync;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.point.FaultPoint;
import dev.trustring.kv.store.EngineTime;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Serves one request of a peer: gathers facts, asks the gates, saves, answers. */
public final class ReceiveActor extends AbstractBehavior<ReceiveActor.Message> {

  /** What the actor takes; all of it is an answer to itself. */
  sealed interface Message {}

  private record FactsCame(Gathered gathered) implements Message {}

  private record StoreSaid(KvStore.Reply reply) implements Message {}

  private record AnswersLate(Response response) implements Message {}

  /** By so much an answer is late at the fault point. */
  private static final Duration LATE = Duration.ofMillis(100);

  /**
   * What the actor needs of its device.
   *
   * @param link what the request is about, as it is called here
   */
  public record Ports(
      Link link,
      FactsActor.Sources sources,
      InstantSource clock,
      Consumer<SyncMessage> send,
      Optional<ActorRef<KvStoreActor.Message>> store,
      ActorRef<Served> news) {}

  /**
   * What came of a request.
   *
   * @param abilityAgreed whether abilities are now negotiated for the store
   * @param clocksServed whether the peer has now seen this device's clock
   * @param question the pull that this device has to answer now
   * @param answered what is to be told to the pull of this device that was answered
   * @param packetOf the attempt of which the request was one of several packets
   * @param command what the peer told this device in place of rows, if that was taken
   */
  public record Served(
      DeviceName peer,
      Link link,
      Optional<ReceiverReport> report,
      boolean abilityAgreed,
      boolean clocksServed,
      Optional<Asked> question,
      Optional<PullAnswered> answered,
      Optional<AttemptId> packetOf,
      Optional<SyncMessage.ControlRequest> command) {

    Served at(Link here) {
      return new Served(
          peer, here, report, abilityAgreed, clocksServed, question, answered, packetOf, command);
    }
  }

  /** A pull of a peer, and what this device knew of itself and of the peer when it came. */
  public record Asked(SyncActor.Question question, EndFacts self, PeerView sender) {}

  /**
   * What has become of rows for which an attempt asked.
   *
   * @param last whether these were all
   */
  public record PullAnswered(AttemptId attempt, AckCode code, boolean last) {}

  private final DeviceName peer;
  private final SyncMessage.Request request;
  private final Ports ports;
  private Optional<Gathered> gathered = Optional.empty();
  private Optional<Response> waiting = Optional.empty();

  private ReceiveActor(
      ActorContext<Message> context, DeviceName peer, SyncMessage.Request request, Ports ports) {
    super(context);
    this.peer = peer;
    this.request = request;
    this.ports = ports;
    context.spawnAnonymous(
        FactsActor.create(
            ports.sources(),
            new FactsActor.Query(ports.link(), peer),
            OnceActor.once(context, Gathered.class, context.getSelf(), FactsCame::new)),
        DispatcherSelector.sameAsParent());
  }

  /** An actor for one request. */
  public static Behavior<Void> create(DeviceName peer, SyncMessage.Request request, Ports ports) {
    return Behaviors.<Message>setup(context -> new ReceiveActor(context, peer, request, ports))
        .<Void>unsafeCast();
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(FactsCame.class, this::onFacts)
        .onMessage(StoreSaid.class, this::onStore)
        .onMessage(AnswersLate.class, late -> answer(late.response()))
        .build();
  }

  private Behavior<Message> onFacts(FactsCame came) {
    gathered = Optional.of(came.gathered());
    if (ports.store().isEmpty()) {
      return serve(new KvStore.Reply.Described(StoreState.ABSENT, false));
    }
    ask(new KvStore.Command.Describe());
    return this;
  }

  private Behavior<Message> onStore(StoreSaid said) {
    if (said.reply() instanceof KvStore.Reply.Described described) {
      return serve(described);
    }
    return finish(waiting.orElseThrow().saved(said.reply()));
  }

  private Behavior<Message> serve(KvStore.Reply.Described here) {
    Response response = response(here);
    Optional<KvStore.Command> save = response.save();
    if (save.isPresent()) {
      waiting = Optional.of(response);
      ask(save.get());
      return this;
    }
    return finish(response);
  }

  private Behavior<Message> finish(Response response) {
    if (ports.sources().points().fires(FaultPoint.ANSWER_LATE)) {
      getContext().scheduleOnce(LATE, getContext().getSelf(), new AnswersLate(response));
      return this;
    }
    return answer(response);
  }

  private Behavior<Message> answer(Response response) {
    ports.news().tell(response.served().at(ports.link()));
    response.answer().ifPresent(ports.send());
    return Behaviors.stopped();
  }

  private Response response(KvStore.Reply.Described here) {
    return Response.to(
        peer, request, gathered.orElseThrow(), here, EngineTime.of(ports.clock().instant()));
  }

  private void ask(KvStore.Command command) {
    ports
        .store()
        .orElseThrow()
        .tell(
            new KvStoreActor.Ask(
                command,
                OnceActor.once(
                    getContext(), KvStore.Reply.class, getContext().getSelf(), StoreSaid::new)));
  }
}
