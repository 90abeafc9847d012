package dev.trustring.sim.wire;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * One pool of daemon threads behind the dispatchers of every ActorSystem of this JVM ({@code
 * executor = "<this class>"}). Each dispatcher has a view that it may shut down; the pool stays.
 *
 * <p>Akka blocks the thread that creates a system until its port is bound, and what it waits for
 * runs here: never create systems from an actor.
 */
public final class SharedPool extends ExecutorServiceConfigurator {
  private static final ForkJoinPool POOL =
      new ForkJoinPool(
          2 * Runtime.getRuntime().availableProcessors(), SharedPool::worker, null, true);

  /** Called by Akka. */
  public SharedPool(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
  }

  @Override
  public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
    return SharedPool::view;
  }

  /** Runs a task on the pool. */
  static void run(Runnable task) {
    POOL.execute(task);
  }

  /** A part of the pool that can be shut down by itself. */
  static ExecutorService view() {
    return new View();
  }

  private static ForkJoinWorkerThread worker(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName("wire-pool-" + thread.getPoolIndex());
    return thread;
  }

  /** A view has no threads of its own to wait for, so shut down it is terminated at once. */
  private static final class View extends AbstractExecutorService {
    private volatile boolean shutDown;

    @Override
    public void execute(Runnable task) {
      if (shutDown) {
        throw new RejectedExecutionException("the dispatcher of this task is shut down");
      }
      POOL.execute(task);
    }

    @Override
    public void shutdown() {
      shutDown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
      shutDown = true;
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return shutDown;
    }

    @Override
    public boolean isTerminated() {
      return shutDown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return shutDown;
    }
  }
}
