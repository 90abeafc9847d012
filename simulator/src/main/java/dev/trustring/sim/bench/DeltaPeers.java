package dev.trustring.sim.bench;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.ActorSystem;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.wire.WireConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Nodes that send bare deltas over Artery: the most that could be had. */
final class DeltaPeers implements Peers {

  private final List<ActorSystem<Object>> nodes = new ArrayList<>();

  DeltaPeers(int count) {
    for (int i = 0; i < count; i++) {
      nodes.add(
          ActorSystem.create(
              DeltaActor.create(i), "deltas", WireConfig.device(WireAddress.loopback(0)).config()));
    }
    for (ActorSystem<Object> node : nodes) {
      List<ActorRef<Object>> others =
          nodes.stream()
              .filter(other -> other != node)
              .map(other -> seenFrom(node, other))
              .toList();
      node.tell(new DeltaActor.Others(others));
    }
  }

  private static ActorRef<Object> seenFrom(ActorSystem<Object> node, ActorSystem<Object> other) {
    String address = ActorRefResolver.get(other).toSerializationFormat(other);
    return ActorRefResolver.get(node).resolveActorRef(address);
  }

  @Override
  public void write(int round, int keys, CountDownLatch done) {
    for (int i = 0; i < nodes.size(); i++) {
      nodes.get(i).tell(new DeltaActor.Write(i, nodes.size(), keys, done));
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
