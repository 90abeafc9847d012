package dev.trustring.sim.world;

import akka.actor.typed.ActorRef;
import dev.trustring.config.scenario.Downing;
import dev.trustring.device.DeviceActor;
import dev.trustring.sim.cluster.ClusterMembership;
import dev.trustring.sim.cluster.LoopEndpoints;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.LoopSystems;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.Ground;
import dev.trustring.sim.ring.Membership;

/**
 * Hosts every device as an ActorSystem of its own and every ring as an Akka Cluster, all on one run
 * loop in virtual time.
 */
public final class VirtualHost extends LoopHost {

  private final LoopEndpoints endpoints;

  public VirtualHost(RunLoop loop, Downing downing) {
    super(loop);
    this.endpoints = new LoopEndpoints(loop, downing);
  }

  @Override
  public String name() {
    return "virtual";
  }

  @Override
  public Membership membership(Ground ground) {
    endpoints.over(ground.topology());
    return new ClusterMembership(ground, endpoints);
  }

  @Override
  public ActorRef<DeviceActor.Message> powerOn(DeviceActor.Parts parts) {
    RunLoop loop = agenda();
    Incarnation life = loop.power().powerOn(parts.profile().name().value());
    return LoopSystems.start(loop, watched(parts), "device", LoopConfig.ofNode(loop, life));
  }

  @Override
  public void topologyChanged(Topology topology) {
    endpoints.linksChanged();
  }
}
