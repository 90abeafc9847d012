package dev.trustring.sim.world;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.net.Frame;
import dev.trustring.sim.journal.Disk;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Air;
import dev.trustring.trust.identity.DeviceName;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the hosts in virtual time have in common: the power, disks and air of one run loop. */
abstract class LoopHost implements Host {

  private final RunLoop loop;
  private final Errands errands;

  LoopHost(RunLoop loop) {
    this.loop = loop;
    this.errands = Errands.on(loop);
  }

  @Override
  public final RunLoop agenda() {
    return loop;
  }

  final Errands errands() {
    return errands;
  }

  final Behavior<DeviceActor.Message> watched(DeviceActor.Parts parts) {
    return Behaviors.intercept(() -> new FaultsOfTheTool(loop), DeviceActor.create(parts));
  }

  @Override
  public final Air.Carrier carrier(Consumer<Frame> arrived) {
    return LoopMedium.bringing(arrived);
  }

  @Override
  public final void powerOff(DeviceName device) {
    loop.power().powerOff(device.value());
  }

  @Override
  public final void pause(DeviceName device) {
    loop.power().pause(device.value());
  }

  @Override
  public final void resume(DeviceName device) {
    loop.power().resume(device.value());
  }

  @Override
  public final void disk(DeviceName device, DiskFault fault) {
    Disk.of(loop, device.value()).setFault(fault);
  }

  @Override
  public final void untold(DeviceName device, Untold listener) {
    Disk disk = Disk.of(loop, device.value());
    disk.setUntold((id, event) -> listener.stored(id, event, disk.events(id)));
  }

  @Override
  public final void writesLate(DeviceName device, BooleanSupplier late) {
    Disk.of(loop, device.value()).setLate(late);
  }

  @Override
  public final <A> void ask(Class<A> answer, Consumer<ActorRef<A>> question, Consumer<A> then) {
    errands.ask(answer, question, then);
  }

  @Override
  public final void close() {
    // The loop owns every thread and all state; dropping it ends its systems without running them.
    loop.close();
  }
}
