package dev.trustring.sim.workers;

import akka.actor.Address;
import akka.actor.AddressFromURIString;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.cluster.ClusterEvent.ReachabilityEvent;
import akka.cluster.ClusterEvent.UnreachableMember;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Down;
import akka.cluster.typed.Join;
import akka.cluster.typed.Subscribe;
import java.util.function.Consumer;

/**
 * The campaign's end of the cluster: founds it, brings reports to the thread that has the ledger,
 * and puts members out whose processes have ended.
 */
final class CampaignActor extends AbstractBehavior<CampaignActor.Message> {

  /** What it takes. */
  sealed interface Message permits WorkerTalk.Report, Gone, Reached {}

  /** The process of a member has ended. */
  private record Gone(Address address) implements Message {}

  private record Reached(ReachabilityEvent news) implements Message {}

  /** Who is told. Calls come on a thread of the cluster. */
  interface Ports {

    /**
     * A worker has reported.
     *
     * @param reply takes the answer, on any thread
     */
    void reported(WorkerTalk.Report report, Consumer<WorkerTalk.Orders> reply);

    /** Nobody reaches the node of that address. */
    void away(String address);

    /** The node of that address is in reach again. */
    void back(String address);

    /** The cluster is no more. */
    void ended();
  }

  /** The cluster, for those who know nothing of it. */
  record Node(ActorSystem<Message> system) implements AutoCloseable {

    /** Where workers report, as Akka writes it. */
    String address() {
      return ActorRefResolver.get(system).toSerializationFormat(system);
    }

    /** A member's process has ended; it is waited for no longer. */
    void gone(String member) {
      system.tell(new Gone(AddressFromURIString.parse(member)));
    }

    @Override
    public void close() {
      system.terminate();
    }
  }

  private final Cluster cluster;
  private final Ports ports;

  private CampaignActor(ActorContext<Message> context, Ports ports) {
    super(context);
    this.ports = ports;
    this.cluster = Cluster.get(context.getSystem());
    ActorRef<ReachabilityEvent> news =
        context.messageAdapter(ReachabilityEvent.class, Reached::new);
    cluster.subscriptions().tell(Subscribe.create(news, ReachabilityEvent.class));
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
  }

  /** Founds the cluster of a campaign. */
  static Node start(ClusterKey key, Ports ports) {
    Behavior<Message> campaign = Behaviors.setup(context -> new CampaignActor(context, ports));
    return new Node(
        ActorSystem.create(
            campaign, WorkerSerializer.SYSTEM, WorkerSerializer.node("campaign", key)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(WorkerTalk.Report.class, report -> next(() -> onReport(report)))
        .onMessage(Gone.class, gone -> next(() -> onGone(gone.address())))
        .onMessage(Reached.class, reached -> next(() -> onReachability(reached.news())))
        .onSignal(PostStop.class, stop -> next(ports::ended))
        .build();
  }

  private Behavior<Message> next(Runnable work) {
    work.run();
    return this;
  }

  private void onReport(WorkerTalk.Report report) {
    ActorRef<WorkerTalk.Orders> worker =
        ActorRefResolver.get(getContext().getSystem()).resolveActorRef(report.replyTo());
    ports.reported(report, worker::tell);
  }

  private void onGone(Address address) {
    cluster.manager().tell(new Down(address));
  }

  private void onReachability(ReachabilityEvent news) {
    String address = news.member().address().toString();
    if (news instanceof UnreachableMember) {
      ports.away(address);
    } else {
      ports.back(address);
    }
  }
}
