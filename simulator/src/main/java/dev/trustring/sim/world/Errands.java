package dev.trustring.sim.world;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.LoopSystems;
import dev.trustring.sim.loop.RunLoop;
import java.util.function.Consumer;

/** The world's own actor, through which it asks devices and hears their answers. */
public final class Errands {

  /** Work to be done inside the world's own actor. */
  public record Deed(Consumer<ActorContext<Deed>> what) {}

  private static final String SYSTEM = "world";

  private final Agenda agenda;
  private final ActorSystem<Deed> system;

  private Errands(Agenda agenda, ActorSystem<Deed> system) {
    this.agenda = agenda;
    this.system = system;
  }

  /** On a run loop. */
  static Errands on(RunLoop loop) {
    return new Errands(
        loop, LoopSystems.start(loop, errandsOf(loop), SYSTEM, LoopConfig.shared(loop)));
  }

  /** In a system with these settings. */
  public static Errands start(Agenda agenda, Config settings) {
    return new Errands(agenda, ActorSystem.create(errandsOf(agenda), SYSTEM, settings));
  }

  private static Behavior<Deed> errandsOf(Agenda agenda) {
    return Behaviors.setup(
        context ->
            Behaviors.receive(Deed.class)
                .onMessage(
                    Deed.class,
                    deed -> {
                      guarded(agenda, () -> deed.what().accept(context));
                      return Behaviors.same();
                    })
                .build());
  }

  public ActorSystem<Deed> system() {
    return system;
  }

  /** Asks something and hands on the one answer, on the world's thread. */
  public <A> void ask(Class<A> answer, Consumer<ActorRef<A>> question, Consumer<A> then) {
    system.tell(
        new Deed(
            context ->
                question.accept(
                    OnceActor.once(
                        context,
                        answer,
                        context.getSelf(),
                        came -> new Deed(ignored -> agenda.enter(() -> then.accept(came)))))));
  }

  /** Does what the world has to do; a mistake there would stop the world's actor alone. */
  private static void guarded(Agenda agenda, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | AssertionError e) {
      agenda.fail(new IllegalStateException("the world failed: " + e, e));
    }
  }
}
