package dev.trustring.sim.world;

import akka.actor.ExtendedActorSystem;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Adapter;
import akka.remote.RemoteActorRefProvider;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import scala.concurrent.Await;
import scala.concurrent.Awaitable;
import scala.jdk.javaapi.DurationConverters;

/** How systems end that are not on a loop. */
final class Shutdown {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Shutdown() {}

  /** Waits until a system that was told to terminate has done so; not for ever. */
  static void await(ActorSystem<?> system) {
    await(system.whenTerminated());
  }

  /** Closes the port and all connections of a system whose actors no longer run. */
  static void ofTransport(ActorSystem<?> system) {
    ExtendedActorSystem classic = (ExtendedActorSystem) Adapter.toClassic(system);
    if (classic.provider() instanceof RemoteActorRefProvider remote) {
      await(remote.transport().shutdown());
    }
  }

  private static void await(Awaitable<?> end) {
    try {
      Await.ready(end, DurationConverters.toScala(PATIENCE));
    } catch (TimeoutException e) {
      // Its threads are daemons: the process can end without it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
