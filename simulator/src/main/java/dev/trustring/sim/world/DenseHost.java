package dev.trustring.sim.world;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.Behaviors;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.net.Frame;
import dev.trustring.sim.journal.Disk;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Air;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.ComputedMembership;
import dev.trustring.sim.ring.Ground;
import dev.trustring.sim.ring.Membership;
import dev.trustring.trust.identity.DeviceName;
import java.util.function.Consumer;

/** Hosts every device as a subtree of actors in one ActorSystem on the run loop. */
public final class DenseHost implements Host {

  private final RunLoop loop;
  private final Errands errands;

  public DenseHost(RunLoop loop) {
    this.loop = loop;
    this.errands = Errands.on(loop);
  }

  @Override
  public String name() {
    return "dense";
  }

  @Override
  public RunLoop agenda() {
    return loop;
  }

  @Override
  public Membership membership(Ground ground) {
    return new ComputedMembership(ground.agenda(), ground.topology(), ground::tell);
  }

  @Override
  public Air.Carrier carrier(Consumer<Frame> arrived) {
    return LoopMedium.bringing(arrived);
  }

  @Override
  public ActorRef<DeviceActor.Message> powerOn(DeviceActor.Parts parts) {
    String node = parts.profile().name().value();
    Incarnation life = loop.power().powerOn(node);
    return loop.inside(
        () ->
            errands
                .system()
                .systemActorOf(
                    Behaviors.intercept(() -> new FaultsOfTheTool(loop), DeviceActor.create(parts)),
                    node + "-" + life.number(),
                    DispatcherSelector.fromConfig(
                        loop.power().dispatcherId(life, errands.system()))));
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
    // Membership is computed from it, and frames meet it in the air.
  }

  @Override
  public <A> void ask(Class<A> answer, Consumer<ActorRef<A>> question, Consumer<A> then) {
    errands.ask(answer, question, then);
  }

  @Override
  public void close() {
    // The loop owns every thread and all state; dropping it ends the system without running it.
    loop.close();
  }
}
