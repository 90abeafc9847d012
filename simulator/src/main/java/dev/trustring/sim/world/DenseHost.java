package dev.trustring.sim.world;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.trustring.device.DeviceActor;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.RunLoop;
import java.util.function.Consumer;

/** Hosts every device as a subtree of actors in one ActorSystem on the run loop. */
public final class DenseHost implements Host {

  /** Work to be done inside the world's own actor. */
  private record Deed(Consumer<ActorContext<Deed>> what) {}

  private final RunLoop loop;
  private final ActorSystem<Deed> system;

  public DenseHost(RunLoop loop) {
    this.loop = loop;
    this.system =
        loop.inside(
            () ->
                ActorSystem.create(
                    Behaviors.<Deed>setup(
                        context ->
                            Behaviors.receive(Deed.class)
                                .onMessage(
                                    Deed.class,
                                    deed -> {
                                      guarded(() -> deed.what().accept(context));
                                      return Behaviors.same();
                                    })
                                .build()),
                    "world",
                    LoopConfig.shared(loop)));
  }

  @Override
  public String name() {
    return "dense";
  }

  @Override
  public ActorRef<DeviceActor.Message> powerOn(DeviceActor.Parts parts) {
    String node = parts.profile().name().value();
    Incarnation life = loop.power().powerOn(node);
    return loop.inside(
        () ->
            system.systemActorOf(
                Behaviors.intercept(() -> new FaultsOfTheTool(loop), DeviceActor.create(parts)),
                node + "-" + life.number(),
                DispatcherSelector.fromConfig(loop.power().dispatcherId(life, system))));
  }

  @Override
  public void powerOff(String device) {
    loop.power().powerOff(device);
  }

  @Override
  public <A> void ask(Class<A> answer, Consumer<ActorRef<A>> question, Consumer<A> then) {
    system.tell(
        new Deed(
            context ->
                question.accept(
                    OnceActor.once(
                        context,
                        answer,
                        context.getSelf(),
                        came -> new Deed(ignored -> then.accept(came))))));
  }

  /** Does what the world has to do; a mistake there would stop the world's actor alone. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | AssertionError e) {
      loop.fail(new IllegalStateException("the world failed: " + e, e));
    }
  }

  @Override
  public void close() {
    // The loop owns every thread and all state; dropping it ends the system without running it.
    loop.close();
  }
}
