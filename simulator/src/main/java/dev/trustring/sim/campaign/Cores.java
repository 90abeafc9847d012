package dev.trustring.sim.campaign;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Plays several runs at a time, each on a thread of its own; whoever asks takes them in order. */
public final class Cores implements AutoCloseable {

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final ExecutorService threads;

  /** So many runs at a time. */
  public Cores(int jobs) {
    this.threads =
        new ThreadPoolExecutor(
            jobs,
            jobs,
            0,
            TimeUnit.SECONDS,
            waiting,
            run -> {
              Thread thread = new Thread(run, "campaign");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Does this as soon as a thread is free. */
  public void begin(Runnable run) {
    threads.execute(run);
  }

  <T> Future<T> play(Callable<T> run) {
    return threads.submit(run);
  }

  /**
   * Waits for what a run came to.
   *
   * @param number the run's
   * @throws TooLarge if too much was wished for
   * @throws RunFault if it failed for a reason that is the tool's
   */
  static <T> T result(int number, Future<T> run) {
    try {
      return run.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TooLarge wish) {
        throw wish;
      }
      throw new RunFault(number, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a run was under way", e);
    }
  }

  /** What waits is not played any more; what is being played comes to its end unheard. */
  @Override
  public void close() {
    waiting.clear();
    threads.shutdown();
  }
}
