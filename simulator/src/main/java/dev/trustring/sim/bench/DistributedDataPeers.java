package dev.trustring.sim.bench;

import akka.actor.Address;
import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import com.typesafe.config.Config;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.wire.WireConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Nodes in an Akka Cluster with Akka Distributed Data. */
final class DistributedDataPeers implements Peers {

  private final List<ActorSystem<DistributedDataActor.Message>> nodes = new ArrayList<>();

  DistributedDataPeers(int count, Config settings) {
    CountDownLatch up = new CountDownLatch(count * count);
    for (int i = 0; i < count; i++) {
      nodes.add(
          ActorSystem.create(
              DistributedDataActor.create(),
              "peers",
              WireConfig.endpoint(WireAddress.loopback(0), Set.of()).with(settings).config()));
    }
    Address seed = Cluster.get(nodes.get(0)).selfMember().address();
    nodes.forEach(node -> node.tell(new DistributedDataActor.JoinCluster(seed, up)));
    Peers.await(up, "sightings of members");
  }

  @Override
  public void write(int round, int keys, CountDownLatch done) {
    for (int i = 0; i < nodes.size(); i++) {
      nodes
          .get(i)
          .tell(new DistributedDataActor.Write("round-" + round, i, nodes.size(), keys, done));
    }
  }

  @Override
  public int nodes() {
    return nodes.size();
  }

  @Override
  public void close() {
    nodes.forEach(ActorSystem::terminate);
  }
}
