package dev.trustring.sim.loop;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands tasks to the loop, and drops those of a dead incarnation, waiting ones included. Those of a
 * paused one wait until it goes on.
 */
final class LoopExecutor extends AbstractExecutorService {
  private final RunLoop loop;
  private final @Nullable Incarnation incarnation;
  private boolean down;

  LoopExecutor(RunLoop loop, @Nullable Incarnation incarnation) {
    this.loop = loop;
    this.incarnation = incarnation;
  }

  @Override
  public void execute(Runnable task) {
    if (down) {
      throw new RejectedExecutionException("this dispatcher is shut down");
    }
    if (incarnation == null) {
      loop.execute(task);
    } else if (incarnation.isAlive()) {
      loop.execute(() -> runWhileAlive(incarnation, task));
    }
  }

  @Override
  public void shutdown() {
    down = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    down = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return down;
  }

  @Override
  public boolean isTerminated() {
    return down;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return down;
  }

  private void runWhileAlive(Incarnation life, Runnable task) {
    if (life.isAlive() && !life.holds(() -> loop.execute(() -> runWhileAlive(life, task)))) {
      loop.runAs(life, task);
    }
  }
}
