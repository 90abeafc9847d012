package dev.trustring.sim.cluster;

import akka.actor.Address;
import com.typesafe.config.Config;
import dev.trustring.config.scenario.Downing;
import dev.trustring.config.scenario.Network;
import dev.trustring.sim.fabric.LoopFabric;
import dev.trustring.sim.loop.ClusterNode;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.LoopSystems;
import dev.trustring.sim.loop.RunLoop;
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
        EndpointConfig.sealedWith(ring.key()).withFallback(LoopConfig.clustered(loop, life, node));
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
      long more = topology.impairment(sender, receiver).delay().toNanos();
      return topology
          .bearer(sender, receiver)
          .flatMap(bearer -> topology.path(sender, receiver, bearer).via())
          .map(network -> OptionalLong.of(more + draw(network, sender, receiver)))
          .orElse(OptionalLong.empty());
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
  }

  private long draw(Network network, DeviceName from, DeviceName to) {
    long least = network.latencyMin().toNanos();
    long spread = network.latencyMax().toNanos() - least;
    RandomGenerator stream = loop.random().stream("network", "gossip", from.value(), to.value());
    return least + (spread > 0 ? stream.nextLong(spread + 1) : 0);
  }
}
