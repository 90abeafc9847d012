package dev.trustring.sim.wire;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.Address;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.Props;
import akka.actor.typed.SpawnProtocol;
import akka.actor.typed.javadsl.Adapter;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.ClusterEvent.ClusterDomainEvent;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import akka.cluster.typed.Subscribe;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** A real ActorSystem on the loopback; the test holds its outgoing links in its hand. */
final class Node implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What takes seconds by default takes a fraction of one here. */
  private static final Config HASTY =
      ConfigFactory.parseString(
          """
          akka.cluster {
            gossip-interval = 200ms
            leader-actions-interval = 200ms
            periodic-tasks-initial-delay = 100ms
            unreachable-nodes-reaper-interval = 200ms
            failure-detector { heartbeat-interval = 200ms, acceptable-heartbeat-pause = 1s }
          }
          akka.remote.artery.advanced.system-message-resend-interval = 200ms
          """);

  final ActorSystem<SpawnProtocol.Command> system;
  private final Map<Address, LinkState> states = new ConcurrentHashMap<>();
  private final FaultyLinks links;

  private Node(String name, WireConfig config) {
    links =
        FaultyLinks.of(
            name, to -> states.getOrDefault(to, LinkState.CLEAR), new SplittableRandom(1));
    system =
        ActorSystem.create(
            SpawnProtocol.create(), name, config.withLinks(links).with(HASTY).config());
  }

  static Node inRing(String ring) {
    return new Node(ring, WireConfig.endpoint(WireAddress.loopback(0), Set.of("phone")));
  }

  static Node inRing(String ring, PowerSwitch power) {
    return new Node(
        ring,
        WireConfig.endpoint(WireAddress.loopback(0), Set.of("phone")).with(power.settingsOfAll()));
  }

  static Node device(String name) {
    return device(name, config -> config);
  }

  static Node device(String name, UnaryOperator<WireConfig> more) {
    return new Node(name, more.apply(WireConfig.device(WireAddress.loopback(0))));
  }

  /** The direction from here to there becomes like this. */
  void link(Node to, LinkState state) {
    states.put(to.system.address(), state);
    links.changed();
  }

  long dropped() {
    return links.dropped();
  }

  Cluster cluster() {
    return Cluster.get(system);
  }

  TestProbe<ClusterDomainEvent> ringEvents() {
    TestProbe<ClusterDomainEvent> probe = TestProbe.create(system);
    cluster().subscriptions().tell(Subscribe.create(probe.ref(), ClusterDomainEvent.class));
    return probe;
  }

  /** Whatever of this class the system publishes. */
  <T> TestProbe<T> published(Class<T> type) {
    TestProbe<T> probe = TestProbe.create(type, system);
    Adapter.toClassic(system).eventStream().subscribe(Adapter.toClassic(probe.ref()), type);
    return probe;
  }

  /** An actor of another node, as this node addresses it. */
  <T> ActorRef<T> seen(ActorRef<T> there, Node at) {
    String path = ActorRefResolver.get(at.system).toSerializationFormat(there);
    return ActorRefResolver.get(system).resolveActorRef(path);
  }

  <T> ActorRef<T> spawn(Behavior<T> behavior, String name) {
    TestProbe<ActorRef<T>> born = TestProbe.create(system);
    system.tell(new SpawnProtocol.Spawn<>(behavior, name, Props.empty(), born.ref()));
    return born.receiveMessage(PATIENCE);
  }

  /** Tells the probe that the watched actor has ended. */
  void watch(ActorRef<?> watched, TestProbe<String> teller) {
    spawn(
        Behaviors.<String>setup(
            context -> {
              context.watchWith(watched, "ended");
              return Behaviors.receiveMessage(
                  message -> {
                    teller.ref().tell(message);
                    return Behaviors.same();
                  });
            }),
        "watcher");
  }

  static void bond(Node... nodes) {
    for (Node node : nodes) {
      node.cluster().manager().tell(Join.create(nodes[0].system.address()));
    }
    for (Node node : nodes) {
      TestProbe.create(node.system)
          .awaitAssert(PATIENCE, () -> assertThat(node.membersUp()).isEqualTo(nodes.length));
    }
  }

  private long membersUp() {
    return StreamSupport.stream(cluster().state().getMembers().spliterator(), false)
        .filter(member -> member.status().equals(MemberStatus.up()))
        .count();
  }

  @Override
  public void close() {
    ActorTestKit.shutdown(system, PATIENCE);
    links.close();
  }
}
