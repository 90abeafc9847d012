package dev.trustring.sim.workers;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.cluster.ClusterEvent.MemberEvent;
import akka.cluster.ClusterEvent.MemberUp;
import akka.cluster.ClusterEvent.MemberWeaklyUp;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import akka.cluster.typed.Subscribe;
import dev.trustring.sim.campaign.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A worker's end of the cluster: joins it, asks for runs, and reports what they came to. */
final class WorkerActor extends AbstractBehavior<WorkerActor.Message> {

  /** What it takes. */
  sealed interface Message permits WorkerTalk.Orders, Finished, Tick, Moved {}

  private record Finished(Outcome outcome) implements Message {}

  private record Tick() implements Message {}

  private record Moved(MemberEvent news) implements Message {}

  /** How often a worker asks that has nothing to do. */
  private static final Duration PACE = Duration.ofMillis(100);

  /** A report that is unanswered for so many paces is said again. */
  private static final int PATIENCE = 10;

  /** Who has not been let in after so many paces gives up. */
  private static final int PATIENCE_TO_JOIN = 300;

  /** Who does the work. Calls come on a thread of the cluster. */
  interface Ports {

    /**
     * Plays a run, on another thread.
     *
     * @param then takes how it ended, on any thread
     */
    void play(int number, Consumer<Outcome> then);

    /** The campaign has not let this worker in. */
    void notLetIn();
  }

  /** The node, for those who know nothing of Akka. */
  record Node(ActorSystem<Message> system) implements AutoCloseable {

    /** Its address, as Akka writes it. */
    String address() {
      return Cluster.get(system).selfMember().address().toString();
    }

    @Override
    public void close() {
      system.terminate();
    }
  }

  private final Cluster cluster;
  private final ActorRef<WorkerTalk.Report> campaign;
  private final Ports ports;
  private final Shift shift;
  private boolean member;
  private int paces;

  private WorkerActor(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      WorkerStart start,
      Ports ports) {
    super(context);
    this.ports = ports;
    this.cluster = Cluster.get(context.getSystem());
    ActorRefResolver resolver = ActorRefResolver.get(context.getSystem());
    this.campaign = resolver.resolveActorRef(start.campaign());
    this.shift =
        new Shift(start.self(), start.jobs(), resolver.toSerializationFormat(context.getSelf()));
    ActorRef<MemberEvent> news = context.messageAdapter(MemberEvent.class, Moved::new);
    cluster.subscriptions().tell(Subscribe.create(news, MemberEvent.class));
    cluster.manager().tell(Join.create(campaign.path().address()));
    timers.startTimerWithFixedDelay(new Tick(), PACE);
  }

  /** Joins the cluster of a campaign. */
  static Node start(WorkerStart start, Ports ports) {
    Behavior<Message> worker =
        Behaviors.setup(
            context ->
                Behaviors.withTimers(timers -> new WorkerActor(context, timers, start, ports)));
    return new Node(
        ActorSystem.create(
            worker, WorkerSerializer.SYSTEM, WorkerSerializer.node("worker", start.key())));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(WorkerTalk.Orders.class, orders -> next(() -> onOrders(orders)))
        .onMessage(Finished.class, run -> next(() -> say(shift.finished(run.outcome()))))
        .onMessage(Tick.class, tick -> next(this::onTick))
        .onMessage(Moved.class, moved -> next(() -> onMember(moved.news())))
        .build();
  }

  private Behavior<Message> next(Runnable work) {
    work.run();
    return this;
  }

  /** Work is for members alone: only of these the campaign sees when they are out of reach. */
  private void onMember(MemberEvent news) {
    boolean in = news instanceof MemberUp || news instanceof MemberWeaklyUp;
    if (in && !member && news.member().equals(cluster.selfMember())) {
      member = true;
      paces = 0;
      say(shift.news());
    }
  }

  private void onOrders(WorkerTalk.Orders orders) {
    ActorRef<Message> self = getContext().getSelf();
    for (int run : shift.begun(orders)) {
      ports.play(run, outcome -> self.tell(new Finished(outcome)));
    }
    if (!orders.runs().isEmpty()) {
      say(shift.news());
    }
  }

  private void onTick() {
    paces++;
    if (!member && paces == PATIENCE_TO_JOIN) {
      ports.notLetIn();
    }
    if (member) {
      say(paces % PATIENCE == 0 ? shift.unanswered().or(shift::news) : shift.news());
    }
  }

  private void say(Optional<WorkerTalk.Report> report) {
    report.ifPresent(campaign::tell);
  }
}
