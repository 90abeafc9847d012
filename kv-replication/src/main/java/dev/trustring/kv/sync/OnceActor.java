package dev.trustring.kv.sync;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.function.Function;

/** Takes one answer, says it in the asker's own words, and is gone. */
public final class OnceActor {

  private OnceActor() {}

  /** A reference for one answer, which reaches the target as what {@code wording} makes of it. */
  public static <A, M> ActorRef<A> once(
      ActorContext<?> context, Class<A> answer, ActorRef<M> target, Function<A, M> wording) {
    return context.spawnAnonymous(
        Behaviors.receive(answer)
            .onAnyMessage(
                came -> {
                  target.tell(wording.apply(came));
                  return Behaviors.stopped();
                })
            .build(),
        DispatcherSelector.sameAsParent());
  }
}
