package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.kv.sync.FactsActor;
import dev.trustring.kv.sync.Gathered;
import dev.trustring.kv.sync.Inspection;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.kv.sync.ReceiveActor;
import dev.trustring.kv.sync.SyncActor;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The part of the service that does what peers ask for. */
final class ServingActor {

  private final ActorContext<KvServiceActor.Message> context;
  private final KvServiceActor.Ports ports;
  private final FactsActor.Sources sources;
  private final Function<SyncActor.Subject, SyncActor.Ports> attempts;
  private final ServiceLife life;
  private final PacketLines<Runnable> packets = new PacketLines<>();

  ServingActor(
      ActorContext<KvServiceActor.Message> context,
      KvServiceActor.Ports ports,
      FactsActor.Sources sources,
      Function<SyncActor.Subject, SyncActor.Ports> attempts,
      ServiceLife life) {
    this.context = context;
    this.ports = ports;
    this.sources = sources;
    this.attempts = attempts;
    this.life = life;
  }

  /** Serves one request, with the store that it is about if there is one here. */
  void serve(
      DeviceName peer,
      SyncMessage.Request request,
      Link here,
      Optional<ActorRef<KvStoreActor.Message>> store,
      ActorRef<ReceiveActor.Served> served) {
    Runnable start =
        () ->
            start(
                peer,
                request,
                new ReceiveActor.Ports(
                    here, sources, ports.clock(), message -> answer(peer, message), store, served));
    if (request instanceof SyncMessage.Packet packet) {
      packets.comes(packet.attempt(), packet.number(), start).ifPresent(Runnable::run);
    } else {
      start.run();
    }
  }

  /** A service that is dead by now answers nobody. */
  private void answer(DeviceName peer, SyncMessage message) {
    if (life.serving()) {
      ports.send().accept(peer, message);
    }
  }

  /** The service has died: packets that wait are not served. */
  void died() {
    packets.clear();
  }

  /** A request was served; the packet behind it may be served now. */
  void served(ReceiveActor.Served served) {
    served.packetOf().flatMap(packets::served).ifPresent(Runnable::run);
  }

  private void start(DeviceName peer, SyncMessage.Request request, ReceiveActor.Ports its) {
    context.spawnAnonymous(
        ReceiveActor.create(peer, request, its), DispatcherSelector.sameAsParent());
  }

  /** Starts the attempt that answers a pull; it waits for its turn. */
  KvServiceActor.AttemptWaits answer(
      AttemptId id, DeviceName peer, Link link, ReceiveActor.Asked asked) {
    AttemptFacts facts =
        new AttemptFacts(
            ports.self().rules(),
            link.served(TaskMode.RESPONSE_PULL),
            asked.self(),
            asked.sender(),
            ExchangeFacts.NONE,
            Optional.empty(),
            LinkFacts.UNSEEN);
    SyncActor.Subject subject =
        new SyncActor.Subject(
            id,
            peer,
            link,
            facts,
            List.of(),
            Optional.of(asked.question()),
            asked.question().query());
    ActorRef<SyncActor.Message> attempt =
        context.spawn(
            SyncActor.create(subject, attempts.apply(subject)),
            "answer-" + id.number(),
            DispatcherSelector.sameAsParent());
    return new KvServiceActor.AttemptWaits(subject, attempt, Optional.empty());
  }

  /** Finds out what this device and the peer of an errand know; then it can start. */
  void gather(Errands.Errand errand) {
    context.spawnAnonymous(
        FactsActor.create(
            sources,
            new FactsActor.Query(errand.link(), errand.peer()),
            OnceActor.once(
                context,
                Gathered.class,
                context.getSelf(),
                came -> new KvServiceActor.ErrandReady(errand, came))),
        DispatcherSelector.sameAsParent());
  }

  /** Starts the attempt of an errand; it waits for its turn. */
  KvServiceActor.AttemptWaits start(AttemptId id, KvServiceActor.ErrandReady ready) {
    Errands.Errand errand = ready.errand();
    AttemptFacts facts =
        new AttemptFacts(
            ports.self().rules(),
            errand.link().served(errand.mode()),
            ready.gathered().self(),
            ready.gathered().peer(),
            ExchangeFacts.NONE,
            Optional.empty(),
            LinkFacts.UNSEEN);
    SyncActor.Subject subject =
        new SyncActor.Subject(
            id,
            errand.peer(),
            errand.link(),
            facts,
            List.of(),
            Optional.empty(),
            Optional.of(errand.query()));
    return new KvServiceActor.AttemptWaits(
        subject,
        context.spawn(
            SyncActor.create(subject, attempts.apply(subject)),
            "errand-" + id.number(),
            DispatcherSelector.sameAsParent()),
        Optional.empty());
  }

  /** Tells what this device knows as the receiver of an attempt. */
  void inspect(KvServiceActor.Inspect inspect, Link here) {
    ActorRef<ReceiverReport> replyTo = inspect.replyTo();
    context.spawnAnonymous(
        FactsActor.create(
            sources,
            new FactsActor.Query(here, inspect.sender()),
            OnceActor.once(
                context,
                Gathered.class,
                replyTo,
                known -> Inspection.of(inspect.attempt(), known))),
        DispatcherSelector.sameAsParent());
  }
}
