package dev.trustring.sim.wire;

import akka.actor.AbstractScheduler;
import akka.actor.Cancellable;
import akka.actor.Scheduler;
import akka.actor.SchedulerException;
import akka.event.LoggingAdapter;
import com.typesafe.config.Config;
import java.io.Closeable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/**
 * Akka's timers on one daemon thread for every ActorSystem of this JVM ({@code
 * akka.scheduler.implementation}). The thread only hands tasks to their dispatchers. Each system
 * has its own timers, which die with it; those of the others go on.
 */
public final class SharedTimer extends AbstractScheduler implements Closeable {
  private static final double MILLISECOND_TICKS = 1000;
  private static final ScheduledThreadPoolExecutor THREAD = thread();

  private final Set<Once> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Called by Akka. */
  public SharedTimer(Config config, LoggingAdapter log, ThreadFactory threads) {}

  private static ScheduledThreadPoolExecutor thread() {
    ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread timer = new Thread(task, "wire-timer");
              timer.setDaemon(true);
              return timer;
            });
    thread.setRemoveOnCancelPolicy(true);
    return thread;
  }

  @Override
  @Deprecated
  public Cancellable schedule(
      FiniteDuration initialDelay,
      FiniteDuration interval,
      Runnable task,
      ExecutionContext executor) {
    Repeating repeating = new Repeating(interval.toNanos(), task, executor);
    repeating.arm(initialDelay.toNanos());
    return repeating;
  }

  @Override
  public Cancellable scheduleOnce(FiniteDuration delay, Runnable task, ExecutionContext executor) {
    return after(delay.toNanos(), task, executor);
  }

  private Once after(long delayNanos, Runnable task, ExecutionContext executor) {
    Once once = new Once(task, executor);
    waiting.add(once);
    if (closed) {
      waiting.remove(once);
      // A dispatcher that meets this exception shuts down without a timer.
      throw new IllegalStateException("the ActorSystem of this timer has ended");
    }
    once.arm(Math.max(0, delayNanos));
    return once;
  }

  @Override
  public double maxFrequency() {
    return MILLISECOND_TICKS;
  }

  /** Ends this system's timers; what Akka wants done at the end of a system is done now. */
  @Override
  public void close() {
    closed = true;
    for (Once once : waiting) {
      if (once.cancel() && once.task instanceof Scheduler.TaskRunOnClose) {
        once.task.run();
      }
    }
  }

  /** How many timers of this system have neither fired nor been cancelled. */
  int waiting() {
    return waiting.size();
  }

  /** A task that is handed over once, unless cancelled before. */
  private final class Once implements Cancellable, Runnable {
    private final Runnable task;
    private final ExecutionContext executor;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile @Nullable Future<?> entry;

    Once(Runnable task, ExecutionContext executor) {
      this.task = task;
      this.executor = executor;
    }

    void arm(long delayNanos) {
      Future<?> armed = THREAD.schedule(this, delayNanos, TimeUnit.NANOSECONDS);
      entry = armed;
      if (cancelled) {
        armed.cancel(false);
      }
    }

    @Override
    public void run() {
      if (!settled.compareAndSet(false, true)) {
        return;
      }
      waiting.remove(this);
      try {
        executor.execute(task);
      } catch (RuntimeException refused) {
        executor.reportFailure(refused);
      }
    }

    @Override
    public boolean cancel() {
      if (!settled.compareAndSet(false, true)) {
        return false;
      }
      cancelled = true;
      waiting.remove(this);
      Future<?> armed = entry;
      if (armed != null) {
        armed.cancel(false);
      }
      return true;
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  /** A task at a fixed rate, counted from deadline to deadline; it never overtakes itself. */
  private final class Repeating implements Cancellable, Runnable {
    private final long intervalNanos;
    private final Runnable task;
    private final ExecutionContext executor;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile @Nullable Once next;
    private volatile long deadlineNanos;

    Repeating(long intervalNanos, Runnable task, ExecutionContext executor) {
      if (intervalNanos <= 0) {
        throw new IllegalArgumentException("the interval of a repeated task must be positive");
      }
      this.intervalNanos = intervalNanos;
      this.task = task;
      this.executor = executor;
    }

    void arm(long delayNanos) {
      deadlineNanos = System.nanoTime() + Math.max(0, delayNanos);
      Once armed = after(delayNanos, this, executor);
      next = armed;
      if (cancelled.get()) {
        armed.cancel();
      }
    }

    @Override
    public void run() {
      if (cancelled.get()) {
        return;
      }
      try {
        task.run();
      } catch (SchedulerException targetIsGone) {
        cancelled.set(true);
      }
      if (!cancelled.get() && !closed) {
        arm(deadlineNanos + intervalNanos - System.nanoTime());
      }
    }

    @Override
    public boolean cancel() {
      if (!cancelled.compareAndSet(false, true)) {
        return false;
      }
      Once armed = next;
      if (armed != null) {
        armed.cancel();
      }
      return true;
    }

    @Override
    public boolean isCancelled() {
      return cancelled.get();
    }
  }
}
