package dev.trustring.sim.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scala.concurrent.BlockContext;

/**
 * The one thread of a world: runs ready tasks in seeded order, and when none is ready moves virtual
 * time to the next timer. Belongs to the thread that opened it and is not thread-safe on purpose:
 * work from any other thread voids the run.
 */
public final class RunLoop implements Agenda {
  /** Virtual time zero. */
  public static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private static final Map<String, RunLoop> OPEN = new ConcurrentHashMap<>();
  private static final AtomicLong OPENED = new AtomicLong();
  private static final ThreadLocal<@Nullable RunLoop> CURRENT = new ThreadLocal<>();

  private final String id;
  private final LoopOptions options;
  private final Thread owner = Thread.currentThread();
  private final RandomStreams random;
  private final ReadyTasks ready;
  private final TimerHeap timers = new TimerHeap();
  private final ForeignThreads foreign = new ForeignThreads();
  private final Clock clock = new VirtualClock(this);
  private final PowerGrid power = new PowerGrid(this);
  private final BlockContext pump = new BlockingPump(this);
  private final Map<Class<?>, Object> parts = new LinkedHashMap<>();

  private long nowNanos;
  private long workAtThisInstant;
  private long tasksRun;
  private long timersFired;
  private long threadRandomState;
  private int depth;
  private boolean running;
  private @Nullable RunFailedException failure;
  private @Nullable Incarnation runningIncarnation;
  private @Nullable RunLoop outer;

  private RunLoop(LoopOptions options) {
    this.id = options.id().isEmpty() ? "loop-" + OPENED.incrementAndGet() : options.id();
    this.options = options;
    this.random = new RandomStreams(options.seed());
    this.ready = ReadyTasks.inOrder(options.order(), random.stream("loop", "picks"));
    this.threadRandomState = random.stream("loop", "akka").nextLong();
  }

  public static RunLoop open(long seed) {
    return open(LoopOptions.seeded(seed));
  }

  /** Opens a loop owned by the current thread; its id must not be in use. */
  public static RunLoop open(LoopOptions options) {
    RunLoop loop = new RunLoop(options);
    if (OPEN.putIfAbsent(loop.id, loop) != null) {
      throw new IllegalStateException("a run loop named '" + loop.id + "' is open already");
    }
    return loop;
  }

  /** The open loop of this id, for classes that Akka constructs. */
  public static RunLoop named(String id) {
    RunLoop loop = OPEN.get(id);
    if (loop == null) {
      throw new IllegalStateException("no run loop named '" + id + "' is open");
    }
    return loop;
  }

  /** The loop that is running on this thread, the innermost if several are; null off all loops. */
  public static @Nullable RunLoop current() {
    return CURRENT.get();
  }

  @Override
  public void close() {
    OPEN.remove(id, this);
  }

  public String id() {
    return id;
  }

  public long seed() {
    return options.seed();
  }

  @Override
  public long nowNanos() {
    return nowNanos;
  }

  @Override
  public Instant now() {
    return EPOCH.plusNanos(nowNanos);
  }

  /** Virtual time; also an {@link java.time.InstantSource}. */
  public Clock clock() {
    return clock;
  }

  @Override
  public RandomStreams random() {
    return random;
  }

  public PowerGrid power() {
    return power;
  }

  public long tasksRun() {
    return tasksRun;
  }

  public long timersFired() {
    return timersFired;
  }

  public long foreignSubmits() {
    return foreign.submits();
  }

  /** Timers that can still fire. */
  public int pendingTimers() {
    return timers.live();
  }

  int heapSize() {
    return timers.size();
  }

  /** The world's one object of this type, made when first asked for; lives as long as the loop. */
  public <T> T part(Class<T> type, Supplier<? extends T> create) {
    Object part = parts.get(type);
    if (part == null) {
      part = create.get();
      parts.put(type, part);
    }
    return type.cast(part);
  }

  /** Work of a world on a loop is on its thread always; from another it voids the run. */
  @Override
  public void enter(Runnable action) {
    if (Thread.currentThread() == owner) {
      action.run();
    } else {
      foreign.submitted(action);
    }
  }

  @Override
  public boolean isRealTime() {
    return false;
  }

  /** Makes the task ready now. From another thread: runs nothing and voids the run. */
  public void execute(Runnable task) {
    if (Thread.currentThread() != owner) {
      foreign.submitted(task);
      return;
    }
    ready.add(task);
  }

  /** Hands tasks to this loop in the name of the incarnation that is running now, if one is. */
  public Executor executor() {
    return new LoopExecutor(this, runningIncarnation);
  }

  @Override
  public LoopTimer schedule(Duration delay, Runnable action) {
    return schedule(delay.toNanos(), action, null);
  }

  @Override
  public LoopTimer schedule(long delayNanos, Runnable action) {
    return schedule(delayNanos, action, null);
  }

  LoopTimer schedule(long delayNanos, Runnable action, @Nullable Incarnation incarnation) {
    if (Thread.currentThread() != owner) {
      foreign.submitted(action);
      foreign.check(id, owner);
    }
    long deadline = Math.addExact(nowNanos, Math.max(0, delayNanos));
    return timers.add(deadline, action, incarnation);
  }

  void timersDied(int count) {
    timers.died(count);
  }

  @Override
  public void runFor(Duration duration) {
    runUntil(Math.addExact(nowNanos, duration.toNanos()));
  }

  /** Runs until this much virtual time has passed since {@link #EPOCH}. */
  public void runUntil(Duration sinceEpoch) {
    runUntil(sinceEpoch.toNanos());
  }

  /** Runs everything due up to and including this virtual time, where the clock then stands. */
  public void runUntil(long untilNanos) {
    if (untilNanos < nowNanos) {
      throw new IllegalArgumentException("virtual time never goes back: " + untilNanos);
    }
    running(
        () -> {
          boolean stepped = true;
          while (stepped) {
            stepped = step(untilNanos);
          }
          moveTo(untilNanos);
          return true;
        });
  }

  /** Runs while the condition holds; false when there was nothing left to run. */
  public boolean runWhile(BooleanSupplier condition) {
    return runWhile(condition, Long.MAX_VALUE);
  }

  @Override
  public boolean runWhile(BooleanSupplier condition, Duration atMost) {
    return runWhile(condition, Math.addExact(nowNanos, atMost.toNanos()));
  }

  private boolean runWhile(BooleanSupplier condition, long untilNanos) {
    return running(
        () -> {
          while (condition.getAsBoolean()) {
            if (!step(untilNanos)) {
              return false;
            }
          }
          check();
          return true;
        });
  }

  /**
   * Calls work that may block on Scala futures, such as creating an ActorSystem: a wait inside it
   * runs the loop until the future is complete.
   */
  public <T> T inside(Callable<T> work) {
    check();
    enter();
    try {
      return BlockContext.withBlockContext(pump, () -> call(work));
    } finally {
      leave();
    }
  }

  /** Declares the run failed; the next step throws. */
  @Override
  public void fail(Exception cause) {
    if (failure == null) {
      failure = new RunFailedException("the run failed at " + now() + ": " + cause, cause);
    }
  }

  /** Runs one task, or all timers of the next instant; false when nothing is due by the limit. */
  boolean step(long untilNanos) {
    check();
    if (ready.size() > 0) {
      tasksRun++;
      perform(ready.take());
      return true;
    }
    LoopTimer first = timers.peek();
    if (first == null || first.deadlineNanos() > untilNanos) {
      return false;
    }
    moveTo(first.deadlineNanos());
    fireDue();
    return true;
  }

  /** The incarnation whose task is running, if it is one's. */
  @Nullable Incarnation runningIncarnation() {
    return runningIncarnation;
  }

  void runAs(Incarnation incarnation, Runnable task) {
    Incarnation before = runningIncarnation;
    runningIncarnation = incarnation;
    try {
      task.run();
    } finally {
      runningIncarnation = before;
    }
  }

  boolean isIdleNow() {
    return ready.size() == 0;
  }

  private void fireDue() {
    for (Runnable due = timers.pollDue(nowNanos); due != null; due = timers.pollDue(nowNanos)) {
      timersFired++;
      perform(due);
      check();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // Scala code throws checked exceptions unannounced
  private void perform(Runnable work) {
    if (++workAtThisInstant > options.tasksPerInstantMax()) {
      fail(
          new IllegalStateException(
              "livelock: more than %d tasks at %s (%d ns)"
                  .formatted(options.tasksPerInstantMax(), now(), nowNanos)));
      return;
    }
    try {
      work.run();
    } catch (Exception e) {
      fail(e);
    }
  }

  private void moveTo(long nanos) {
    if (nanos > nowNanos) {
      nowNanos = nanos;
      workAtThisInstant = 0;
    }
  }

  private void check() {
    foreign.check(id, owner);
    if (failure != null) {
      throw new RunFailedException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private boolean running(Callable<Boolean> work) {
    if (running) {
      throw new IllegalStateException("the loop is running already; a task cannot run it");
    }
    running = true;
    try {
      return inside(work);
    } finally {
      running = false;
    }
  }

  private static <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void enter() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException("only thread '" + owner.getName() + "' may run this loop");
    }
    if (depth++ == 0) {
      threadRandomState = ThreadRandomness.exchange(threadRandomState);
      outer = CURRENT.get();
      CURRENT.set(this);
    }
  }

  private void leave() {
    if (--depth == 0) {
      CURRENT.set(outer);
      threadRandomState = ThreadRandomness.exchange(threadRandomState);
    }
  }
}
