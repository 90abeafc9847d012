package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import dev.trustring.kv.sync.FactsActor;
import dev.trustring.kv.sync.SyncActor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The part of the service that starts calls of sync and knows which are unfinished. */
final class SyncCallsActor {

  /** What the service remembers and a call is judged by. */
  record Books(AppProcesses apps, PeerBook peers, AttemptTableActor attempts) {}

  /** A call that was started, by the name of its actor; that is there until all is over. */
  private record Started(String actor, StoreKey key) {}

  private final ActorContext<KvServiceActor.Message> context;
  private final KvServiceActor.Ports ports;
  private final Books books;
  private final FactsActor.Sources sources;
  private final Function<SyncActor.Subject, SyncActor.Ports> attempt;
  private final List<Started> started = new ArrayList<>();

  SyncCallsActor(
      ActorContext<KvServiceActor.Message> context,
      KvServiceActor.Ports ports,
      Books books,
      FactsActor.Sources sources,
      Function<SyncActor.Subject, SyncActor.Ports> attempt) {
    this.context = context;
    this.ports = ports;
    this.books = books;
    this.sources = sources;
    this.attempt = attempt;
  }

  void start(KvCall.Sync call, ActorRef<KvCall.Reply> replyTo) {
    StoreKey key = call.caller().key(call.store());
    String name = "sync-" + books.attempts().nextCall();
    SyncPlan plan = plan(call);
    context.spawn(
        SyncCallActor.create(
            plan,
            new SyncCallActor.Ports(
                sources,
                replyTo,
                context.getSelf(),
                attempt,
                new CallSink(call, ports.observer()))),
        name,
        DispatcherSelector.sameAsParent());
    if (!plan.isDelayed()) {
      started.add(new Started(name, key));
    }
  }

  private SyncPlan plan(KvCall.Sync call) {
    StoreKey key = call.caller().key(call.store());
    return new SyncPlan(
        ports.self().rules(),
        call.caller(),
        call.store(),
        books
            .attempts()
            .numbered(call.targets().isEmpty() ? books.peers().online() : call.targets()),
        SyncPlan.effective(call.delay()),
        call.mode(),
        books.apps().manager(call.caller()),
        books.apps().handle(key) != AppProcesses.Handle.NEVER_OPENED,
        books.apps().refusal(key),
        books.apps().group(call.caller(), call.store()),
        unfinished(key));
  }

  private int unfinished(StoreKey key) {
    started.removeIf(call -> context.getChild(call.actor()).isEmpty());
    return (int) started.stream().filter(call -> call.key().equals(key)).count();
  }
}
