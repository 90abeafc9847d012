package dev.trustring.sim.loop;

import akka.actor.ActorCell;
import akka.actor.ActorRef;
import akka.actor.ActorRefWithCell;
import akka.actor.Cell;
import akka.dispatch.Dispatcher;
import akka.dispatch.sysmsg.DeathWatchNotification;
import akka.dispatch.sysmsg.Failed;
import akka.dispatch.sysmsg.SystemMessage;
import akka.persistence.typed.internal.JournalFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import scala.concurrent.duration.Duration;

/**
 * The dispatcher of one incarnation; knows the topmost actors on it, and buries them. Uses
 * internals of the pinned Akka version.
 */
final class IncarnationDispatcher extends Dispatcher {
  private final RunLoop loop;
  private final Incarnation incarnation;
  private final List<ActorCell> roots = new ArrayList<>(1);

  IncarnationDispatcher(
      IncarnationDispatcherConfigurator configurator, RunLoop loop, Incarnation incarnation) {
    super(
        configurator,
        configurator.id(),
        1,
        Duration.Zero(),
        (id, threads) -> () -> new LoopExecutor(loop, incarnation),
        Duration.apply(1, TimeUnit.SECONDS));
    this.loop = loop;
    this.incarnation = incarnation;
  }

  Incarnation incarnation() {
    return incarnation;
  }

  List<ActorCell> takeRoots() {
    List<ActorCell> taken = List.copyOf(roots);
    roots.clear();
    return taken;
  }

  @Override
  public void register(ActorCell cell) {
    super.register(cell);
    if (!incarnation.isAlive()) {
      loop.execute(() -> reap(cell));
    } else if (isRoot(cell)) {
      roots.add(cell);
    }
  }

  @Override
  public void unregister(ActorCell cell) {
    roots.remove(cell);
    super.unregister(cell);
  }

  /**
   * Nobody supervises the actors of a node: one that fails would just be gone. That is a fault of
   * the tool and fails the run, unless it is the disk that refused.
   */
  @Override
  public void systemDispatch(ActorCell receiver, SystemMessage message) {
    if (message instanceof Failed failed && !(failed.cause() instanceof JournalFailureException)) {
      loop.fail(
          new IllegalStateException(
              "%s failed: %s".formatted(failed.child().path(), failed.cause()), failed.cause()));
    }
    super.systemDispatch(receiver, message);
  }

  /** There is no thread to give back, and the executor must outlive a moment without actors. */
  @Override
  public void shutdown() {}

  /**
   * Takes a dead subtree out of its system the way Akka's own termination does, but without calling
   * the actors: watchers are told, mailboxes close, and the parent forgets the child.
   */
  void reap(ActorCell root) {
    if (root.mailbox().isClosed()) {
      return;
    }
    reapBelow(root);
    root.parent().sendSystemMessage(new DeathWatchNotification(root.self(), true, false));
  }

  private void reapBelow(ActorCell cell) {
    if (cell.dispatcher() != this) {
      loop.fail(
          new IllegalStateException(
              "%s is below %s but not on its dispatcher, so no power cut can stop it"
                  .formatted(cell.self().path(), incarnation)));
    }
    for (ActorRef child : cell.getChildren()) {
      if (cellOf(child) instanceof ActorCell below) {
        reapBelow(below);
      }
    }
    cell.stopFunctionRefs();
    cell.dispatcher().detach(cell);
    cell.tellWatchersWeDied();
    cell.unwatchWatchedActors(cell.actor());
    cell.clearActorFields(cell.actor(), false);
    cell.clearFieldsForTermination();
  }

  private boolean isRoot(ActorCell cell) {
    return !(cellOf(cell.parent()) instanceof ActorCell above && above.dispatcher() == this);
  }

  private static @Nullable Cell cellOf(ActorRef actor) {
    return actor instanceof ActorRefWithCell local ? local.underlying() : null;
  }
}
