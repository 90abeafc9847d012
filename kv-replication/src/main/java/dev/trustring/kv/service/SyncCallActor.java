package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.sync.FactsActor;
import dev.trustring.kv.sync.Gathered;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.kv.sync.SyncActor;
import dev.trustring.kv.sync.SyncNews;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** One call of {@code sync}: asks the gates of the call for each device, then awaits attempts. */
final class SyncCallActor extends AbstractBehavior<SyncCallActor.Message> {

  /** What the actor takes. */
  sealed interface Message {}

  /** An attempt of this call has ended. */
  record Ended(SyncNews.Ended news) implements Message {}

  private record FactsCame(DeviceName peer, Gathered gathered) implements Message {}

  /** The delay is over, and so many other calls of the store are unfinished. */
  record Start(int unfinished) implements Message {}

  /** The delay is over, and something else comes first. */
  record WaitOn(Duration more) implements Message {}

  /** The process that made the call is gone, and its callback with it; the sync goes on. */
  record AppEnded() implements Message {}

  /** The service in which the call was carried out is gone; nobody calls the app back. */
  record ServiceDied() implements Message {}

  private record DelayOver() implements Message {}

  /**
   * What the actor needs of the service.
   *
   * @param attempt how the attempt for a device is to be carried out
   */
  record Ports(
      FactsActor.Sources sources,
      ActorRef<KvCall.Reply> replyTo,
      ActorRef<KvServiceActor.Message> service,
      Function<SyncActor.Subject, SyncActor.Ports> attempt,
      SyncOutcome.Sink sink) {}

  private final TimerScheduler<Message> timers;
  private final Ports ports;
  private SyncPlan plan;
  private final Map<DeviceName, Gathered> gathered = new TreeMap<>();
  private boolean answered;
  private SyncOutcome outcome;

  private SyncCallActor(
      ActorContext<Message> context, TimerScheduler<Message> timers, SyncPlan plan, Ports ports) {
    super(context);
    this.timers = timers;
    this.plan = plan;
    this.ports = ports;
    this.outcome = SyncOutcome.of(plan);
    if (plan.isDelayed()) {
      waitFor(plan.delay());
      ports.replyTo().tell(new KvCall.Reply.Done());
      answered = true;
    } else {
      gather();
    }
  }

  static Behavior<Message> create(SyncPlan plan, Ports ports) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new SyncCallActor(context, timers, plan, ports)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(FactsCame.class, this::onFacts)
        .onMessage(DelayOver.class, over -> askWhether())
        .onMessage(WaitOn.class, wait -> waitFor(wait.more()))
        .onMessage(Start.class, this::onStart)
        .onMessage(Ended.class, this::onEnded)
        .onMessage(AppEnded.class, ended -> onAppEnded())
        .onMessage(ServiceDied.class, died -> onServiceDied())
        .build();
  }

  private Behavior<Message> waitFor(Duration delay) {
    timers.startSingleTimer(new DelayOver(), delay);
    return this;
  }

  private Behavior<Message> askWhether() {
    ports.service().tell(new KvServiceActor.DelayOver(getContext().getSelf()));
    return this;
  }

  private Behavior<Message> onStart(Start start) {
    timers.cancelAll();
    plan = plan.behind(start.unfinished());
    return gather();
  }

  private Behavior<Message> gather() {
    if (plan.targets().isEmpty()) {
      return judge();
    }
    for (DeviceName peer : plan.targets().keySet()) {
      getContext()
          .spawnAnonymous(
              FactsActor.create(
                  ports.sources(),
                  new FactsActor.Query(plan.link(), peer),
                  OnceActor.once(
                      getContext(),
                      Gathered.class,
                      getContext().getSelf(),
                      came -> new FactsCame(peer, came))),
              DispatcherSelector.sameAsParent());
    }
    return this;
  }

  private Behavior<Message> onFacts(FactsCame came) {
    gathered.put(came.peer(), came.gathered());
    return gathered.size() == plan.targets().size() ? judge() : this;
  }

  private Behavior<Message> judge() {
    SyncPlan.Judged judged = plan.judge(gathered);
    judged.started().forEach(this::start);
    if (!answered) {
      ports.replyTo().tell(judged.reply());
    }
    judged.reports(answered).forEach(ports.sink()::attemptEnded);
    answered = true;
    return judged.started().isEmpty() ? Behaviors.stopped() : this;
  }

  private void start(SyncActor.Subject subject) {
    ActorRef<SyncActor.Message> attempt =
        getContext()
            .spawn(
                SyncActor.create(subject, ports.attempt().apply(subject)),
                "attempt-" + subject.id().number(),
                DispatcherSelector.sameAsParent());
    outcome = outcome.started(subject.id());
    ports
        .service()
        .tell(
            new KvServiceActor.AttemptWaits(subject, attempt, Optional.of(getContext().getSelf())));
  }

  private Behavior<Message> onAppEnded() {
    outcome = outcome.unheard();
    return this;
  }

  private Behavior<Message> onServiceDied() {
    if (!answered) {
      ports.replyTo().tell(new KvCall.Reply.Failed(Status.SERVER_UNAVAILABLE));
    }
    return Behaviors.stopped();
  }

  private Behavior<Message> onEnded(Ended ended) {
    outcome = outcome.ended(ended.news());
    if (!outcome.isComplete()) {
      return this;
    }
    outcome.tell(ports.sink());
    return Behaviors.stopped();
  }
}
