package dev.trustring.sim.world;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Behaviors;
import dev.trustring.config.scenario.Downing;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.net.Frame;
import dev.trustring.sim.cluster.ClusterMembership;
import dev.trustring.sim.cluster.LoopEndpoints;
import dev.trustring.sim.journal.Disk;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.LoopSystems;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Air;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.Ground;
import dev.trustring.sim.ring.Membership;
import dev.trustring.trust.identity.DeviceName;
import java.util.function.Consumer;

/**
 * Hosts every device as an ActorSystem of its own and every ring as an Akka Cluster, all on one run
 * loop in virtual time.
 */
public final class VirtualHost implements Host {

  private final RunLoop loop;
  private final LoopEndpoints endpoints;
  private final Errands errands;

  public VirtualHost(RunLoop loop, Downing downing) {
    this.loop = loop;
    this.endpoints = new LoopEndpoints(loop, downing);
    this.errands = Errands.on(loop);
  }

  @Override
  public String name() {
    return "virtual";
  }

  @Override
  public RunLoop agenda() {
    return loop;
  }

  @Override
  public Membership membership(Ground ground) {
    endpoints.over(ground.topology());
    return new ClusterMembership(ground, endpoints);
  }

  @Override
  public Air.Carrier carrier(Consumer<Frame> arrived) {
    return LoopMedium.bringing(arrived);
  }

  @Override
  public ActorRef<DeviceActor.Message> powerOn(DeviceActor.Parts parts) {
    Incarnation life = loop.power().powerOn(parts.profile().name().value());
    return LoopSystems.start(
        loop,
        Behaviors.intercept(() -> new FaultsOfTheTool(loop), DeviceActor.create(parts)),
        "device",
        LoopConfig.ofNode(loop, life));
  }

  @Override
  public void powerOff(DeviceName device) {
    loop.power().powerOff(device.value());
  }

  @Override
  public void pause(DeviceName device) {
    loop.power().pause(device.value());
  }

  @Override
  public void resume(DeviceName device) {
    loop.power().resume(device.value());
  }

  @Override
  public void disk(DeviceName device, DiskFault fault) {
    Disk.of(loop, device.value()).setFault(fault);
  }

  @Override
  public void topologyChanged(Topology topology) {
    endpoints.linksChanged();
  }

  @Override
  public <A> void ask(Class<A> answer, Consumer<ActorRef<A>> question, Consumer<A> then) {
    errands.ask(answer, question, then);
  }

  @Override
  public void close() {
    // The loop owns every thread and all state; dropping it ends the systems without running them.
    loop.close();
  }
}
