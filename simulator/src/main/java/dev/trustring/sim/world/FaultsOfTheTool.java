package dev.trustring.sim.world;

import akka.actor.typed.Behavior;
import akka.actor.typed.BehaviorInterceptor;
import akka.actor.typed.Signal;
import akka.actor.typed.TypedActorContext;
import dev.trustring.device.DeviceActor;
import dev.trustring.sim.loop.Agenda;
import java.util.function.Supplier;

/** Fails the run when a device's topmost actor fails, which otherwise would just be gone. */
final class FaultsOfTheTool extends BehaviorInterceptor<DeviceActor.Message, DeviceActor.Message> {

  private final Agenda agenda;

  FaultsOfTheTool(Agenda agenda) {
    super(DeviceActor.Message.class);
    this.agenda = agenda;
  }

  @Override
  public Behavior<DeviceActor.Message> aroundStart(
      TypedActorContext<DeviceActor.Message> context, PreStartTarget<DeviceActor.Message> device) {
    return guarded(() -> device.start(context));
  }

  @Override
  public Behavior<DeviceActor.Message> aroundReceive(
      TypedActorContext<DeviceActor.Message> context,
      DeviceActor.Message message,
      ReceiveTarget<DeviceActor.Message> device) {
    return guarded(() -> device.apply(context, message));
  }

  @Override
  public Behavior<DeviceActor.Message> aroundSignal(
      TypedActorContext<DeviceActor.Message> context,
      Signal signal,
      SignalTarget<DeviceActor.Message> device) {
    return guarded(() -> device.apply(context, signal));
  }

  private Behavior<DeviceActor.Message> guarded(Supplier<Behavior<DeviceActor.Message>> work) {
    try {
      return work.get();
    } catch (RuntimeException | AssertionError e) {
      agenda.fail(new IllegalStateException("a device failed: " + e, e));
      throw e;
    }
  }
}
