package dev.trustring.sim.cluster;

import akka.actor.Address;
import com.typesafe.config.Config;
import dev.trustring.config.scenario.Downing;
import dev.trustring.config.scenario.LinkShape;
import dev.trustring.config.scenario.Network;
import dev.trustring.config.text.Times;
import dev.trustring.sim.fabric.LoopFabric;
import dev.trustring.sim.loop.ClusterNode;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.LoopSystems;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.net.Impairment;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.Ring;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Endpoints on a run loop. What they say to each other crosses the same networks as the frames of
 * their devices, so that every fault of the network strikes gossip and data alike.
 */
public final class LoopEndpoints implements Endpoints {

  private static final int PORT = 25520;

  private final RunLoop loop;
  private final Downing downing;
  private final Map<String, DeviceName> devices = new HashMap<>();

  public LoopEndpoints(RunLoop loop, Downing downing) {
    this.loop = loop;
    this.downing = downing;
  }

  /** From now on the endpoints are as far from each other as their devices are here. */
  public void over(Topology topology) {
    LoopFabric.of(loop).links(new Over(topology));
  }

  /** Reach may be other than before. */
  public void linksChanged() {
    LoopFabric.of(loop).linksChanged();
  }

  @Override
  public SystemEndpoint start(
      DeviceName device, Ring ring, int number, RingEndpointActor.Ports ports) {
    Incarnation life = loop.power().current(device.value()).orElseThrow();
    String host = hostOf(device, life.number() + "-" + number);
    ClusterNode node =
        new ClusterNode(
            EndpointConfig.systemName(ring.id()),
            host,
            PORT,
            Set.of(EndpointConfig.role(device)),
            EndpointConfig.downingProvider(downing),
            EndpointConfig.stableAfter(ring.members().size()));
    Config settings =
        RingSerializer.settings(ring.key()).withFallback(LoopConfig.clustered(loop, life, node));
    return new SystemEndpoint(
        LoopSystems.start(
            loop,
            RingEndpointActor.create(device, ring.members(), ports),
            node.systemName(),
            settings));
  }

  /** A name that nobody had before: an endpoint that comes back is another one. */
  private String hostOf(DeviceName device, String start) {
    String host = "d-" + device.value().replaceAll("[^a-zA-Z0-9]", "-") + "-" + start;
    while (devices.putIfAbsent(host, device) != null) {
      host = host + "-x";
    }
    return host;
  }

  private DeviceName device(Address address) {
    return Objects.requireNonNull(devices.get(address.host().get()));
  }

  /** Gossip over the networks of the devices. */
  private final class Over implements LoopFabric.Links {

    private final Topology topology;

    Over(Topology topology) {
      this.topology = topology;
    }

    @Override
    public OptionalLong delayNanos(Address from, Address to) {
      DeviceName sender = device(from);
      DeviceName receiver = device(to);
      Direction direction = new Direction(sender, receiver);
      return topology
          .bearer(sender, receiver)
          .flatMap(bearer -> topology.path(sender, receiver, bearer).via())
          .map(network -> OptionalLong.of(nanos(direction, network)))
          .orElse(OptionalLong.empty());
    }

    private long nanos(Direction direction, Network network) {
      Impairment impairment = topology.impairment(direction, network);
      return impairment.delay().toNanos()
          + draw(topology.latency(direction, network), direction)
          + tail(impairment.shape(), direction);
    }

    @Override
    public boolean loses(Address from, Address to) {
      DeviceName sender = device(from);
      DeviceName receiver = device(to);
      double loss = topology.impairment(sender, receiver).loss();
      return loss > 0
          && loop.random().stream("network", "gossip-loss", sender.value(), receiver.value())
                  .nextDouble()
              < loss;
    }

    @Override
    public boolean holds(Address from, Address to) {
      return topology.isClogged(new Direction(device(from), device(to)));
    }
  }

  private long draw(Times.Range latency, Direction direction) {
    long least = latency.min().toNanos();
    long spread = latency.max().toNanos() - least;
    return least + (spread > 0 ? stream("gossip", direction).nextLong(spread + 1) : 0);
  }

  private long tail(LinkShape shape, Direction direction) {
    boolean slow =
        shape.tailShare() > 0 && stream("gossip-tail", direction).nextDouble() < shape.tailShare();
    return slow ? stream("gossip-tail", direction).nextLong(shape.tail().toNanos() + 1) : 0;
  }

  private RandomGenerator stream(String purpose, Direction direction) {
    return loop.random().stream(
        "network", purpose, direction.from().value(), direction.to().value());
  }
}
