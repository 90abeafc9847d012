package dev.trustring.sim.loop;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;

/** A world of devices that share one ActorSystem; closing it checks that no thread leaked in. */
public final class SharedWorld implements AutoCloseable {
  public final RunLoop loop;
  public final ActorSystem<Void> system;

  private SharedWorld(RunLoop loop) {
    this.loop = loop;
    this.system =
        loop.inside(
            () -> ActorSystem.create(Behaviors.<Void>empty(), "world", LoopConfig.shared(loop)));
  }

  public static SharedWorld seeded(long seed) {
    return new SharedWorld(RunLoop.open(seed));
  }

  public static SharedWorld with(LoopOptions options) {
    return new SharedWorld(RunLoop.open(options));
  }

  /** Switches the node on and starts its root actor. */
  public <T> ActorRef<T> start(String node, Behavior<T> root) {
    Incarnation incarnation = loop.power().powerOn(node);
    String dispatcher = loop.power().dispatcherId(incarnation, system);
    return loop.inside(
        () ->
            system.systemActorOf(
                root,
                node + "-" + incarnation.number(),
                DispatcherSelector.fromConfig(dispatcher)));
  }

  public <T> ActorRef<T> startOnHost(String name, Behavior<T> behavior) {
    return loop.inside(
        () -> system.systemActorOf(behavior, name, DispatcherSelector.defaultDispatcher()));
  }

  @Override
  public void close() {
    loop.inside(
        () -> {
          system.terminate();
          return true;
        });
    loop.runFor(Duration.ofSeconds(30));
    assertThat(system.getWhenTerminated().toCompletableFuture()).isCompleted();
    assertThat(loop.foreignSubmits()).isZero();
    loop.close();
  }
}
