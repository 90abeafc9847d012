package dev.trustring.sim.cluster;

import akka.actor.Address;
import akka.actor.AddressFromURIString;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.actor.typed.receptionist.Receptionist;
import akka.actor.typed.receptionist.ServiceKey;
import akka.cluster.ClusterEvent.ClusterDomainEvent;
import akka.cluster.ClusterEvent.MemberEvent;
import akka.cluster.ClusterEvent.ReachabilityChanged;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Down;
import akka.cluster.typed.Join;
import akka.cluster.typed.Leave;
import akka.cluster.typed.Subscribe;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One device's end of one trust ring: a node of that ring's Akka Cluster. It looks for the ring,
 * joins it, tells the other ends whom its device lists, and reports who is there.
 */
public final class RingEndpointActor extends AbstractBehavior<RingEndpointActor.Message> {

  /** What the endpoint takes. */
  public sealed interface Message permits Word, Tick, ClusterNews, RingTalk, Ends {}

  /** The device lists these in the ring from now on. */
  public record Listed(SortedSet<DeviceName> members) implements Word {}

  /** A peer has asked or answered; its proof was right. */
  public record Probed(DeviceName from, Payload.RingProbe probe) implements Word {}

  /** The device is no longer in the ring. */
  public record LeaveRing() implements Word {}

  /** What its device has to say to an endpoint, wherever that runs. */
  public sealed interface Word extends Message permits Listed, Probed, LeaveRing {}

  private record Tick() implements Message {}

  private record ClusterNews(ClusterDomainEvent event) implements Message {}

  private record Ends(Receptionist.Listing listing) implements Message {}

  /** What the endpoint needs of its device. Calls come on the endpoint's own thread. */
  public interface Ports {
    /** Sends a probe to a peer, over whatever leads there. */
    void probe(DeviceName to, Address self, String founder, boolean answer);

    void view(RingView view);

    /** The ring has another cluster, which this endpoint has to join anew. */
    void moves();

    /** The others have put this endpoint out of the ring. */
    void expelled();
  }

  static final ServiceKey<RingTalk> ENDPOINT = ServiceKey.create(RingTalk.class, "ring-endpoint");

  private static final Duration FIRST_PACE = Duration.ofMillis(500);

  private final TimerScheduler<Message> timers;
  private final Cluster cluster;
  private final Ports ports;
  private final Search search;
  private final Roster roster;
  private final TalkAbout talk;
  private RingView shown = RingView.EMPTY;
  private boolean leaving;

  private RingEndpointActor(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      DeviceName self,
      SortedSet<DeviceName> listed,
      Ports ports) {
    super(context);
    this.timers = timers;
    this.ports = ports;
    this.cluster = Cluster.get(context.getSystem());
    Address address = cluster.selfMember().address();
    this.search = new Search(self, address.toString(), listed);
    this.roster = new Roster(self, address);
    this.talk = new TalkAbout(self, listed);
    cluster
        .subscriptions()
        .tell(
            Subscribe.create(
                context.messageAdapter(ClusterDomainEvent.class, ClusterNews::new),
                ClusterDomainEvent.class));
    ActorRef<Receptionist.Command> receptionist = context.getSystem().receptionist();
    receptionist.tell(Receptionist.register(ENDPOINT, context.getSelf().narrow()));
    receptionist.tell(
        Receptionist.subscribe(
            ENDPOINT, context.messageAdapter(Receptionist.Listing.class, Ends::new)));
    timers.startSingleTimer(new Tick(), FIRST_PACE);
  }

  /** The endpoint of a device in a ring in which it lists these. */
  static Behavior<Message> create(DeviceName self, SortedSet<DeviceName> listed, Ports ports) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new RingEndpointActor(context, timers, self, listed, ports)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Listed.class, listed -> next(() -> onListed(listed.members())))
        .onMessage(Probed.class, probed -> next(() -> onProbe(probed.from(), probed.probe())))
        .onMessage(LeaveRing.class, leave -> onLeave())
        .onMessage(Tick.class, tick -> next(this::onTick))
        .onMessage(ClusterNews.class, news -> next(() -> onCluster(news.event())))
        .onMessage(Ends.class, ends -> next(() -> onEnds(ends.listing())))
        .onMessage(RingTalk.Lists.class, lists -> next(() -> onLists(lists)))
        .onMessage(RingTalk.Heard.class, heard -> next(() -> talk.heardBy(heard)))
        .onSignal(PostStop.class, stop -> this)
        .build();
  }

  private Behavior<Message> next(Runnable work) {
    work.run();
    return this;
  }

  private void onListed(SortedSet<DeviceName> members) {
    search.listed(members);
    talk.lists(members);
    hurry();
  }

  private void onProbe(DeviceName from, Payload.RingProbe probe) {
    search.found(from, probe);
    if (!probe.answer()) {
      ports.probe(from, address(), roster.founder(), true);
    }
    if (search.mustMove(from, roster)) {
      ports.moves();
    }
  }

  /** Leaves; when it is out, its system goes down by itself. */
  private Behavior<Message> onLeave() {
    leaving = true;
    timers.cancelAll();
    if (roster.isIn()) {
      cluster.manager().tell(new Leave(address()));
    } else {
      getContext().getSystem().terminate();
    }
    return this;
  }

  /** Looks for those that are missing, and repeats what was not heard yet. */
  private void onTick() {
    if (leaving) {
      return;
    }
    SortedSet<DeviceName> missing = new TreeSet<>(search.listedPeers());
    missing.removeAll(roster.present());
    missing.forEach(peer -> ports.probe(peer, address(), roster.founder(), false));
    if (!roster.isIn()) {
      search.whomToJoin().map(AddressFromURIString::parse).ifPresent(this::join);
    }
    talk.overdue().forEach(TalkAbout.Word::say);
    boolean busy = !roster.isIn() || talk.isWaiting();
    if (busy || !missing.isEmpty()) {
      timers.startSingleTimer(new Tick(), search.pace(busy));
    }
  }

  private void join(Address at) {
    cluster.manager().tell(new Join(at));
  }

  private void hurry() {
    search.hurry();
    if (!leaving) {
      timers.startSingleTimer(new Tick(), FIRST_PACE);
    }
  }

  private void onCluster(ClusterDomainEvent event) {
    if (event instanceof MemberEvent member) {
      roster.member(member);
      if (roster.isOut() && !leaving) {
        ports.expelled();
      }
    } else if (event instanceof ReachabilityChanged reach) {
      roster.reachability(reach);
      talk.again();
    } else {
      return;
    }
    roster.outlived().forEach(old -> cluster.manager().tell(new Down(old)));
    show();
    hurry();
  }

  private void onEnds(Receptionist.Listing listing) {
    talk.ends(listing.getServiceInstances(ENDPOINT), roster);
    hurry();
  }

  private void onLists(RingTalk.Lists lists) {
    roster.listedBy(lists);
    talk.confirm(lists);
    show();
  }

  private void show() {
    RingView now = roster.view();
    if (!now.equals(shown)) {
      shown = now;
      ports.view(now);
    }
  }

  private Address address() {
    return cluster.selfMember().address();
  }
}
