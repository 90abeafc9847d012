package dev.trustring.sim.world;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import dev.trustring.device.DeviceActor;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.ComputedMembership;
import dev.trustring.sim.ring.Ground;
import dev.trustring.sim.ring.Membership;

/** Hosts every device as a subtree of actors in one ActorSystem on the run loop. */
public final class DenseHost extends LoopHost {

  public DenseHost(RunLoop loop) {
    super(loop);
  }

  @Override
  public String name() {
    return "dense";
  }

  @Override
  public Membership membership(Ground ground) {
    return new ComputedMembership(ground.agenda(), ground.topology(), ground::tell, ground::heard);
  }

  @Override
  public ActorRef<DeviceActor.Message> powerOn(DeviceActor.Parts parts) {
    RunLoop loop = agenda();
    ActorSystem<?> system = errands().system();
    String node = parts.profile().name().value();
    Incarnation life = loop.power().powerOn(node);
    return loop.inside(
        () ->
            system.systemActorOf(
                watched(parts),
                node + "-" + life.number(),
                DispatcherSelector.fromConfig(loop.power().dispatcherId(life, system))));
  }

  @Override
  public void topologyChanged(Topology topology) {
    // Membership is computed from it, and frames meet it in the air.
  }
}
