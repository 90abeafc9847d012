package dev.trustring.sim.loop;

import akka.actor.AbstractScheduler;
import akka.actor.Cancellable;
import akka.actor.SchedulerException;
import akka.event.LoggingAdapter;
import com.typesafe.config.Config;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/**
 * Akka's timers on the loop's virtual time ({@code akka.scheduler.implementation}). A timer that
 * fires only makes its task ready; one set by a task or for a dispatcher of an incarnation dies
 * with it.
 */
public final class LoopScheduler extends AbstractScheduler {
  private static final double NANOSECOND_TICKS = 1e9;

  private final RunLoop loop;
  private final @Nullable Incarnation ownIncarnation;

  /** Called by Akka. */
  public LoopScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {
    this.loop = LoopConfig.loopOf(config);
    this.ownIncarnation = LoopConfig.incarnationOf(config).orElse(null);
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

  @Override
  public double maxFrequency() {
    return NANOSECOND_TICKS;
  }

  private LoopTimer after(long delayNanos, Runnable task, ExecutionContext executor) {
    Incarnation owner = ownerOf(executor);
    return owner == null
        ? loop.schedule(delayNanos, () -> executor.execute(task))
        : loop.schedule(delayNanos, () -> fire(owner, () -> executor.execute(task)), owner);
  }

  /** A timer of a paused node fires when the node goes on. */
  private void fire(Incarnation owner, Runnable timer) {
    if (owner.isAlive() && !owner.holds(() -> fire(owner, timer))) {
      loop.runAs(owner, timer);
    }
  }

  /**
   * Akka's typed timers name no dispatcher; they belong to the life whose task or timer sets them.
   */
  private @Nullable Incarnation ownerOf(ExecutionContext executor) {
    if (executor instanceof IncarnationDispatcher dispatcher) {
      return dispatcher.incarnation();
    }
    Incarnation running = loop.runningIncarnation();
    return running != null ? running : ownIncarnation;
  }

  /** A task at a fixed rate, counted from deadline to deadline. */
  private final class Repeating implements Cancellable, Runnable {
    private final long intervalNanos;
    private final Runnable task;
    private final ExecutionContext executor;
    private @Nullable LoopTimer next;
    private long deadlineNanos;
    private boolean cancelled;

    Repeating(long intervalNanos, Runnable task, ExecutionContext executor) {
      if (intervalNanos <= 0) {
        throw new IllegalArgumentException("the interval of a repeated task must be positive");
      }
      this.intervalNanos = intervalNanos;
      this.task = task;
      this.executor = executor;
    }

    void arm(long delayNanos) {
      deadlineNanos = Math.addExact(loop.nowNanos(), Math.max(0, delayNanos));
      next = after(delayNanos, this, executor);
    }

    @Override
    public void run() {
      if (cancelled) {
        return;
      }
      try {
        task.run();
      } catch (SchedulerException targetIsGone) {
        cancelled = true;
      }
      if (!cancelled) {
        arm(deadlineNanos + intervalNanos - loop.nowNanos());
      }
    }

    @Override
    public boolean cancel() {
      if (cancelled) {
        return false;
      }
      cancelled = true;
      if (next != null) {
        next.cancel();
      }
      return true;
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }
}
