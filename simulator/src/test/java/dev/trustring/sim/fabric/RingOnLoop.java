package dev.trustring.sim.fabric;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.receptionist.Receptionist;
import akka.actor.typed.receptionist.ServiceKey;
import akka.cluster.ClusterEvent.ClusterDomainEvent;
import akka.cluster.ClusterEvent.CurrentClusterState;
import akka.cluster.ClusterEvent.MemberEvent;
import akka.cluster.ClusterEvent.ReachabilityEvent;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Down;
import akka.cluster.typed.Join;
import akka.cluster.typed.Leave;
import akka.cluster.typed.Subscribe;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.trustring.sim.loop.ClusterNode;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.RunLoop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Clustered systems of one loop, named after their hosts, with links that tests cut and heal. */
final class RingOnLoop implements AutoCloseable {
  static final String NAME = "ring";
  private static final ServiceKey<Command> SERVICE = ServiceKey.create(Command.class, "store");
  private static final long DELAY_NANOS = 2_000_000;
  private static final long SPREAD_NANOS = 3_000_000;

  /** What a member's root actor understands. */
  interface Command {}

  private record Heard(Object event) implements Command {}

  private record Listed(Receptionist.Listing listing) implements Command {}

  private record Cut(String from, String to) {}

  final RunLoop loop;
  final LoopFabric fabric;
  final EventTrace trace = EventTrace.keeping();
  private final UnaryOperator<ClusterNode> settings;
  private final Set<Cut> cuts = new LinkedHashSet<>();
  private final Map<String, ActorSystem<Command>> systems = new LinkedHashMap<>();
  private final Map<String, Integer> services = new TreeMap<>();

  private RingOnLoop(long seed, UnaryOperator<ClusterNode> settings) {
    this.loop = RunLoop.open(seed);
    this.fabric = LoopFabric.of(loop);
    this.settings = settings;
    fabric.links(this::delay);
  }

  static RingOnLoop seeded(long seed) {
    return new RingOnLoop(seed, node -> node);
  }

  static RingOnLoop withSplitBrainResolver(long seed, Duration stableAfter) {
    return new RingOnLoop(seed, node -> node.withSplitBrainResolver(stableAfter));
  }

  @Override
  public void close() {
    loop.close();
  }

  /** Switches these hosts on, joins them to the first ring member, and lets them come up. */
  RingOnLoop up(String... hosts) {
    for (String host : hosts) {
      start(host);
      join(host, systems.keySet().iterator().next());
    }
    loop.runFor(Duration.ofSeconds(3));
    return this;
  }

  void start(String host) {
    startAs(host, host);
  }

  /** Starts a system with settings that the others do not have. */
  void startWith(String host, Config more) {
    start(host, host, more);
  }

  /** Starts a device's system under an address that need not be the one that it had before. */
  void startAs(String device, String host) {
    start(device, host, ConfigFactory.empty());
  }

  private void start(String device, String host, Config more) {
    Incarnation life = loop.power().powerOn(device);
    ClusterNode node = settings.apply(ClusterNode.of(NAME, host));
    Config config = more.withFallback(LoopConfig.clustered(loop, life, node));
    systems.put(host, loop.inside(() -> ActorSystem.create(member(host), NAME, config)));
  }

  void crash(String device) {
    loop.power().powerOff(device);
    systems.remove(device);
  }

  void join(String host, String to) {
    manage(host, new Join(address(to)));
  }

  void leave(String host) {
    manage(host, new Leave(address(host)));
  }

  void expel(String host, String by) {
    manage(by, new Down(address(host)));
  }

  private void manage(String host, akka.cluster.typed.ClusterCommand command) {
    loop.inside(
        () -> {
          Cluster.get(system(host)).manager().tell(command);
          return true;
        });
  }

  void cut(String a, String b) {
    cutOneWay(a, b);
    cutOneWay(b, a);
  }

  void cutOneWay(String from, String to) {
    cuts.add(new Cut(from, to));
    fabric.linksChanged();
  }

  void heal() {
    cuts.clear();
    fabric.linksChanged();
  }

  void run(int seconds) {
    loop.runFor(Duration.ofSeconds(seconds));
  }

  ActorSystem<Command> system(String host) {
    ActorSystem<Command> system = systems.get(host);
    if (system == null) {
      throw new IllegalStateException(host + " is off");
    }
    return system;
  }

  Address address(String host) {
    return new Address("akka", NAME, host, 25520);
  }

  /** The members that this host sees, each with its status, and with a ! if out of reach. */
  SortedSet<String> seenBy(String host) {
    CurrentClusterState state = Cluster.get(system(host)).state();
    SortedSet<String> seen = new TreeSet<>();
    for (Member member : state.getMembers()) {
      String mark = state.getUnreachable().contains(member) ? "!" : "";
      String status = member.status() == MemberStatus.up() ? "" : " " + member.status();
      seen.add(mark + hostOf(member) + status);
    }
    return seen;
  }

  int servicesSeenBy(String host) {
    return services.getOrDefault(host, 0);
  }

  boolean isTerminated(String host) {
    return system(host).whenTerminated().isCompleted();
  }

  Set<String> hosts() {
    return systems.keySet();
  }

  List<String> tracedOn(String host) {
    return trace.events().stream()
        .filter(event -> event.subject().equals(host))
        .map(event -> event.kind() + " " + event.detail())
        .toList();
  }

  /** Adds what went over the links, so that a hash tells runs of other traffic apart. */
  void fabricTrace() {
    String traffic = "%d %d %d".formatted(fabric.sent(), fabric.delivered(), fabric.lost());
    trace.add(loop.nowNanos(), "traffic", traffic, "");
    trace.add(loop.nowNanos(), "tasks", Long.toString(loop.tasksRun()), "");
  }

  private OptionalLong delay(Address from, Address to) {
    if (cuts.contains(new Cut(from.host().get(), to.host().get()))) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        DELAY_NANOS + loop.random().stream("test", "links").nextLong(SPREAD_NANOS));
  }

  private Behavior<Command> member(String host) {
    return Behaviors.setup(
        context -> {
          ActorRef<ClusterDomainEvent> events =
              context.messageAdapter(ClusterDomainEvent.class, Heard::new);
          Cluster.get(context.getSystem())
              .subscriptions()
              .tell(Subscribe.create(events, ClusterDomainEvent.class));
          ActorRef<Receptionist.Listing> listings =
              context.messageAdapter(Receptionist.Listing.class, Listed::new);
          ActorRef<Receptionist.Command> receptionist = context.getSystem().receptionist();
          receptionist.tell(Receptionist.register(SERVICE, context.getSelf()));
          receptionist.tell(Receptionist.subscribe(SERVICE, listings));
          return Behaviors.receive(Command.class)
              .onMessage(
                  Heard.class,
                  heard -> {
                    note(host, heard.event());
                    return Behaviors.same();
                  })
              .onMessage(
                  Listed.class,
                  listed -> {
                    services.put(host, listed.listing().getServiceInstances(SERVICE).size());
                    return Behaviors.same();
                  })
              .build();
        });
  }

  private void note(String host, Object event) {
    if (event instanceof MemberEvent about) {
      note(host, event, about.member());
    } else if (event instanceof ReachabilityEvent about) {
      note(host, event, about.member());
    }
  }

  private void note(String host, Object event, Member about) {
    trace.add(loop.nowNanos(), event.getClass().getSimpleName(), host, hostOf(about));
  }

  private static String hostOf(Member member) {
    return member.address().host().get();
  }
}
