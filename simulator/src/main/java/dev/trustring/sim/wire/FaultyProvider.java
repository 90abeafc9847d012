package dev.trustring.sim.wire;

import akka.actor.ActorSystem;
import akka.actor.ActorSystemImpl;
import akka.actor.DynamicAccess;
import akka.actor.ProviderSelection;
import akka.cluster.ClusterActorRefProvider;
import akka.event.EventStream;
import akka.remote.RemoteTransport;
import java.lang.reflect.Field;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Akka's cluster provider, whose messages pass the node's {@link FaultyLinks}. */
public final class FaultyProvider extends ClusterActorRefProvider {
  private final FaultyWiring wiring = new FaultyWiring();
  private @Nullable ActorSystemImpl system;

  /** Called by Akka. */
  public FaultyProvider(
      String systemName,
      ActorSystem.Settings settings,
      EventStream events,
      DynamicAccess dynamicAccess) {
    super(systemName, asCluster(settings), events, dynamicAccess);
  }

  /**
   * Akka takes a provider given by class name for "no cluster", and then the receptionist and
   * remote watch would stay local. Nothing has read the settings yet, so they can be set right.
   */
  private static ActorSystem.Settings asCluster(ActorSystem.Settings settings) {
    put(settings, "HasCluster", true);
    put(settings, "ProviderSelectionType", ProviderSelection.cluster());
    return settings;
  }

  private static void put(ActorSystem.Settings settings, String name, Object value) {
    try {
      Field field = ActorSystem.Settings.class.getDeclaredField(name);
      field.setAccessible(true);
      field.set(settings, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this is not the Akka that this provider was made for", e);
    }
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
