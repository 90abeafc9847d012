package dev.trustring.sim.fabric;

import akka.actor.InternalActorRef;
import akka.remote.RemoteActorRefProvider;
import akka.remote.RemoteTransport;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;

/**
 * The place in Akka's provider that holds its transport. Artery is constructed there by Akka, which
 * starts nothing; it is replaced before it would be started.
 */
final class TransportSlot {
  private static final String FIELD = "_internals";
  private static final String HOLDER = "akka.remote.RemoteActorRefProvider$Internals";

  private final RemoteActorRefProvider provider;

  TransportSlot(RemoteActorRefProvider provider) {
    this.provider = provider;
  }

  /** Whether Akka has constructed its own transport by now. */
  boolean isFilled() {
    try {
      return field().get(provider) != null;
    } catch (ReflectiveOperationException e) {
      throw moved(e);
    }
  }

  void put(RemoteTransport transport) {
    try {
      Object before = field().get(provider);
      Class<?> holder = Class.forName(HOLDER);
      Object daemon = holder.getMethod("remoteDaemon").invoke(before);
      Constructor<?> create =
          holder.getDeclaredConstructor(RemoteTransport.class, InternalActorRef.class);
      create.setAccessible(true);
      field().set(provider, create.newInstance(transport, daemon));
    } catch (ReflectiveOperationException e) {
      throw moved(e);
    }
  }

  private static Field field() throws NoSuchFieldException {
    Field field = RemoteActorRefProvider.class.getDeclaredField(FIELD);
    field.setAccessible(true);
    return field;
  }

  private static IllegalStateException moved(ReflectiveOperationException cause) {
    return new IllegalStateException(
        "Akka has moved RemoteActorRefProvider." + FIELD + " or what it holds: the transport",
        cause);
  }
}
