package dev.trustring.device;

import akka.actor.typed.ActorRef;
import java.util.Optional;
import java.util.function.Supplier;

/** A part of a device that is started when it is first needed and runs from then on. */
final class LazyActor<M> {
  private Optional<ActorRef<M>> running = Optional.empty();

  /** Returns the part, started now if it does not run yet. */
  ActorRef<M> orStart(Supplier<ActorRef<M>> start) {
    ActorRef<M> part = running.orElseGet(start);
    running = Optional.of(part);
    return part;
  }

  /** Tells the part, if anybody has needed it so far. */
  void tellIfRunning(M news) {
    running.ifPresent(part -> part.tell(news));
  }
}
