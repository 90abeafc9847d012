package dev.trustring.sim.loop;

import akka.actor.ActorCell;
import akka.actor.ActorRef;
import akka.actor.ActorRefWithCell;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Adapter;
import akka.dispatch.Dispatchers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The power switch of every node. Off is {@code kill -9}: tasks and timers of the incarnation are
 * dropped, no actor of it runs another line, not even to stop.
 */
public final class PowerGrid {
  private final RunLoop loop;
  private final Map<String, Incarnation> latest = new HashMap<>();

  PowerGrid(RunLoop loop) {
    this.loop = loop;
  }

  /** Starts the node's next incarnation; the node must be off. */
  public Incarnation powerOn(String node) {
    if (node.isEmpty()) {
      throw new IllegalArgumentException("a node needs a name");
    }
    Incarnation before = latest.get(node);
    if (before != null && before.isAlive()) {
      throw new IllegalStateException(node + " is on already");
    }
    Incarnation next = new Incarnation(node, before == null ? 1 : before.number() + 1);
    latest.put(node, next);
    return next;
  }

  /**
   * Ends the node's incarnation at once; the node must be on. Its actors in shared systems are
   * taken out of their parents by a task of the same instant, so that nothing of them stays behind.
   */
  public void powerOff(String node) {
    Incarnation ending = living(node);
    loop.timersDied(ending.die());
    for (IncarnationDispatcherConfigurator dispatcher : ending.dispatchers()) {
      dispatcher.incarnationDied();
    }
    ending.dispatchers().clear();
    ending.lastWords().forEach(Runnable::run);
  }

  /** Makes the node stand still: nothing of it runs, nothing is lost; the node must be on. */
  public void pause(String node) {
    living(node).pause();
  }

  /** Lets the node go on: its timers that ran out fire first, in the order of their deadlines. */
  public void resume(String node) {
    List<Runnable> due = living(node).resume();
    loop.execute(() -> due.forEach(Runnable::run));
  }

  private Incarnation living(String node) {
    return current(node).orElseThrow(() -> new IllegalStateException(node + " is off already"));
  }

  public boolean isOn(String node) {
    Incarnation incarnation = latest.get(node);
    return incarnation != null && incarnation.isAlive();
  }

  /** The node's incarnation, if it is on. */
  public Optional<Incarnation> current(String node) {
    return Optional.ofNullable(latest.get(node)).filter(Incarnation::isAlive);
  }

  /** The incarnation whose dispatcher this actor of a shared system is on, living or dead. */
  public Optional<Incarnation> incarnationOf(ActorRef actor) {
    return actor instanceof ActorRefWithCell local
            && local.underlying() instanceof ActorCell cell
            && cell.dispatcher() instanceof IncarnationDispatcher dispatcher
        ? Optional.of(dispatcher.incarnation())
        : Optional.empty();
  }

  /**
   * The id of the dispatcher of this incarnation in a shared system, for {@code
   * DispatcherSelector.fromConfig}. The root actor of the node is spawned on it, and every actor
   * below with {@code sameAsParent}.
   */
  public String dispatcherId(Incarnation incarnation, ActorSystem<?> shared) {
    Dispatchers dispatchers = Adapter.toClassic(shared).dispatchers();
    for (IncarnationDispatcherConfigurator known : incarnation.dispatchers()) {
      if (known.isIn(dispatchers)) {
        return known.id();
      }
    }
    if (!incarnation.isAlive()) {
      throw new IllegalStateException(incarnation + " is over: nothing can start in it");
    }
    IncarnationDispatcherConfigurator added =
        new IncarnationDispatcherConfigurator(dispatchers, loop, incarnation);
    dispatchers.registerConfigurator(added.id(), added);
    incarnation.dispatchers().add(added);
    return added.id();
  }
}
