package dev.trustring.sim.fabric;

import akka.actor.ActorSystem;
import akka.actor.ActorSystemImpl;
import akka.actor.DynamicAccess;
import akka.cluster.ClusterActorRefProvider;
import akka.event.EventStream;
import akka.remote.RemoteTransport;
import dev.trustring.sim.instrument.Instrumented;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.RunLoop;
import org.jspecify.annotations.Nullable;

/**
 * Akka's own cluster provider with the fabric of the run loop as its transport ({@code
 * akka.actor.provider}).
 */
public final class FabricProvider extends ClusterActorRefProvider {
  private @Nullable ActorSystemImpl system;
  private @Nullable RemoteTransport fabric;

  /** Called by Akka. */
  public FabricProvider(
      String systemName,
      ActorSystem.Settings settings,
      EventStream events,
      DynamicAccess dynamicAccess) {
    super(systemName, ClusterMark.on(settings), events, dynamicAccess);
    Instrumented.require();
    requireToBeInside(LoopConfig.loopOf(settings.config()));
  }

  /** What a system draws and schedules while it is made belongs to the run as well. */
  private static void requireToBeInside(RunLoop loop) {
    if (RunLoop.current() != loop) {
      throw new IllegalStateException("create a clustered system by RunLoop.inside or in a task");
    }
  }

  @Override
  public void init(ActorSystemImpl owner) {
    system = owner;
    super.init(owner);
  }

  /** Akka asks first when it is about to start the transport that it has constructed. */
  @Override
  public @Nullable RemoteTransport transport() {
    if (fabric != null) {
      return fabric;
    }
    TransportSlot slot = new TransportSlot(this);
    if (system == null || !slot.isFilled()) {
      return null;
    }
    fabric = new FabricTransport(system, this);
    slot.put(fabric);
    return fabric;
  }
}
