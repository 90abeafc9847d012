package dev.trustring.sim.wire;

import akka.actor.ActorSystem;
import akka.actor.ActorSystemImpl;
import akka.actor.DynamicAccess;
import akka.event.EventStream;
import akka.remote.RemoteActorRefProvider;
import akka.remote.RemoteTransport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Akka's provider without a cluster, whose messages pass the node's {@link FaultyLinks}. */
public final class FaultyRemoteProvider extends RemoteActorRefProvider {
  private final FaultyWiring wiring = new FaultyWiring();
  private @Nullable ActorSystemImpl system;

  /** Called by Akka. */
  public FaultyRemoteProvider(
      String systemName,
      ActorSystem.Settings settings,
      EventStream events,
      DynamicAccess dynamicAccess) {
    super(systemName, settings, events, dynamicAccess);
  }

  @Override
  public void init(ActorSystemImpl system) {
    this.system = system;
    super.init(system);
  }

  /** Akka asks for it each time it makes a reference, and never before it made Artery. */
  @Override
  public RemoteTransport transport() {
    return wiring.inFrontOf(super.transport(), this, Objects.requireNonNull(system));
  }
}
