package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Trigger;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.sync.FactsActor;
import dev.trustring.kv.sync.SyncActor;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The part of the service that starts calls of sync and knows which are unfinished. */
final class SyncCallsActor {

  /** A call that was started, by the name of its actor; that is there until all is over. */
  private record Started(String actor, StoreKey key, boolean immediate, Instant since) {}

  private record Delayed(String actor, StoreKey key, ActorRef<SyncCallActor.Message> call) {}

  private final ActorContext<KvServiceActor.Message> context;
  private final KvServiceActor.Ports ports;
  private final Books books;
  private final FactsActor.Sources sources;
  private final Function<SyncActor.Subject, SyncActor.Ports> attempt;
  private final List<Started> started = new ArrayList<>();
  private DelayLine<Delayed> delays = new DelayLine<>();
  private final Map<ActorRef<SyncCallActor.Message>, Delayed> waiting = new HashMap<>();

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

  /** Whether a call is one of sync; if so it is under way. */
  boolean takes(KvCatalogue known, KvCall call, ActorRef<KvCall.Reply> replyTo) {
    if (call instanceof KvCall.Sync sync) {
      Optional<StoreRecord> own = known.own(sync.caller().link(sync.store()));
      QueryRefusal.of(sync.query(), own)
          .or(() -> refusal(sync))
          .ifPresentOrElse(
              replyTo::tell,
              () -> start(plan(sync, Trigger.CALL), replyTo, new CallSink(sync, ports.observer())));
    } else if (call instanceof KvCall.AutoSync sync) {
      start(plan(sync), replyTo, new AutoSink(ports.observer()));
    } else {
      return false;
    }
    return true;
  }

  /** What the engine refuses of subscriptions before it begins (kv-store §1.5, §3.2). */
  private Optional<KvCall.Reply> refusal(KvCall.Sync sync) {
    if (sync.mode() != TaskMode.SUBSCRIBE_QUERY) {
      return Optional.empty();
    }
    List<DeviceName> targets = sync.targets().isEmpty() ? books.peers().online() : sync.targets();
    Query query = sync.query().orElseThrow();
    return QueryRefusal.ofSubscription(
        query, books.subscribed().hasRoom(sync.caller().link(sync.store()), targets, query));
  }

  /** To the engine it is a push and pull like any other (kv-store §7.1). */
  private SyncPlan plan(KvCall.AutoSync auto) {
    KvCall.Sync sync =
        new KvCall.Sync(
            auto.caller(),
            auto.store(),
            auto.partner().map(List::of).orElse(List.of()),
            TaskMode.PUSH_AND_PULL,
            Duration.ZERO,
            new KvProcess("", false),
            Optional.empty());
    return plan(sync, auto.partner().isPresent() ? Trigger.WRITE : Trigger.WRITE_ALONE);
  }

  private void start(SyncPlan plan, ActorRef<KvCall.Reply> replyTo, SyncOutcome.Sink sink) {
    StoreKey key = plan.caller().key(plan.store());
    String name = "sync-" + books.attempts().nextCall();
    ActorRef<SyncCallActor.Message> actor =
        context.spawn(
            SyncCallActor.create(
                plan, new SyncCallActor.Ports(sources, replyTo, context.getSelf(), attempt, sink)),
            name,
            DispatcherSelector.sameAsParent());
    if (plan.isDelayed()) {
      Delayed delayed = new Delayed(name, key, actor);
      waiting.put(actor, delayed);
      delays.join(delayed, plan.delay(), ports.clock().instant());
    } else {
      started.add(new Started(name, key, true, ports.clock().instant()));
    }
  }

  /** The delay of a call is over: it starts, with others that are due soon, or waits on. */
  void delayOver(ActorRef<SyncCallActor.Message> call) {
    Delayed over = waiting.get(call);
    if (over == null) {
      return;
    }
    if (anImmediateComesFirst()) {
      call.tell(new SyncCallActor.WaitOn(DelayLine.WAIT_ON));
    } else {
      delays.due(over).forEach(this::startDelayed);
    }
  }

  private void startDelayed(Delayed delayed) {
    waiting.remove(delayed.call());
    delayed.call().tell(new SyncCallActor.Start(unfinished(delayed.key())));
    started.add(new Started(delayed.actor(), delayed.key(), false, ports.clock().instant()));
  }

  /** The service has died: no call goes on, and those that wait for an answer fail. */
  void died() {
    tell(key -> true, new SyncCallActor.ServiceDied());
    started.clear();
    waiting.clear();
    delays = new DelayLine<>();
  }

  /** The process of an app is gone; nobody hears what its calls come to. */
  void ended(KvServiceActor.AppEnded app) {
    tell(app::isOf, new SyncCallActor.AppEnded());
  }

  private void tell(Predicate<StoreKey> whose, SyncCallActor.Message message) {
    started.stream()
        .filter(call -> whose.test(call.key()))
        .flatMap(call -> context.getChild(call.actor()).stream())
        .forEach(call -> call.<SyncCallActor.Message>unsafeUpcast().tell(message));
    waiting.values().stream()
        .filter(delayed -> whose.test(delayed.key()))
        .sorted(Comparator.comparing(Delayed::actor))
        .forEach(delayed -> delayed.call().tell(message));
  }

  private boolean anImmediateComesFirst() {
    Instant lately = ports.clock().instant().minus(DelayLine.IMMEDIATE_COMES_FIRST);
    forgetFinished();
    return started.stream().anyMatch(call -> call.immediate() && call.since().isAfter(lately));
  }

  private SyncPlan plan(KvCall.Sync call, Trigger trigger) {
    StoreKey key = call.caller().key(call.store());
    return new SyncPlan(
        ports.self().rules(),
        call.caller(),
        call.store(),
        books
            .attempts()
            .numbered(call.targets().isEmpty() ? books.peers().online() : call.targets()),
        SyncPlan.effective(
            call.delay(), call.process().background(), books.apps().syncParam(key, call.process())),
        call.query().map(query -> call.mode().ofQuery()).orElse(call.mode()),
        books.apps().manager(call.caller()),
        books.apps().handle(key) != AppProcesses.Handle.NEVER_OPENED,
        books.apps().refusal(key),
        books.apps().group(call.caller(), call.store()),
        unfinished(key),
        call.query(),
        trigger);
  }

  private int unfinished(StoreKey key) {
    forgetFinished();
    return (int) started.stream().filter(call -> call.key().equals(key)).count();
  }

  private void forgetFinished() {
    started.removeIf(call -> context.getChild(call.actor()).isEmpty());
  }
}
