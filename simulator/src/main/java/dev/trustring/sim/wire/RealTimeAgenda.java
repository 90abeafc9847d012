package dev.trustring.sim.wire;

import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.loop.RandomStreams;
import dev.trustring.sim.loop.RunFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A world's work in real time. Belongs to the thread that opened it; what other threads bring waits
 * until that thread runs the agenda.
 */
public final class RealTimeAgenda implements Agenda {

  /** How long to wait at most before a condition is looked at again. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long HELD_NANOS_MAX = TimeUnit.MINUTES.toNanos(2);

  private final Thread owner = Thread.currentThread();
  private final long begun = System.nanoTime();
  private final Instant epoch = Instant.now();
  private final RandomStreams random;
  private final BlockingQueue<Runnable> incoming = new LinkedBlockingQueue<>();
  private final PriorityQueue<Entry> timers = new PriorityQueue<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private volatile Standstill standstill = new Standstill(0, 0, 0);
  private long scheduled;

  /**
   * How long the world's time has stood still.
   *
   * @param holds how many hold it now
   * @param since from when on, if anybody does
   * @param before for how long it had stood still until then
   */
  private record Standstill(int holds, long since, long before) {
    long until(long nanos) {
      return holds > 0 ? before + nanos - since : before;
    }
  }

  public RealTimeAgenda(long seed) {
    this.random = new RandomStreams(seed);
  }

  private static final class Entry implements Timer, Comparable<Entry> {
    private final long deadlineNanos;
    private final long number;
    private final Runnable action;
    private volatile boolean over;

    Entry(long deadlineNanos, long number, Runnable action) {
      this.deadlineNanos = deadlineNanos;
      this.number = number;
      this.action = action;
    }

    @Override
    public boolean cancel() {
      boolean was = over;
      over = true;
      return !was;
    }

    @Override
    public int compareTo(Entry other) {
      int byDeadline = Long.compare(deadlineNanos, other.deadlineNanos);
      return byDeadline != 0 ? byDeadline : Long.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(number);
    }
  }

  @Override
  public long nowNanos() {
    long nanos = System.nanoTime();
    return nanos - standstill.until(nanos) - begun;
  }

  /** The world's time stands still until everybody who holds it lets go; work goes on. */
  public void hold() {
    requireOwner();
    Standstill now = standstill;
    long since = now.holds() > 0 ? now.since() : System.nanoTime();
    standstill = new Standstill(now.holds() + 1, since, now.before());
  }

  /** One who held the time lets it go. */
  public void release() {
    requireOwner();
    Standstill now = standstill;
    long before = now.holds() == 1 ? now.until(System.nanoTime()) : now.before();
    standstill = new Standstill(now.holds() - 1, now.since(), before);
  }

  private void requireNotHeldTooLong() {
    Standstill now = standstill;
    if (now.holds() > 0 && System.nanoTime() - now.since() > HELD_NANOS_MAX) {
      fail(new IllegalStateException("the world stood still for too long"));
    }
  }

  @Override
  public Instant now() {
    return epoch.plusNanos(nowNanos());
  }

  @Override
  public RandomStreams random() {
    return random;
  }

  @Override
  public Timer schedule(long delayNanos, Runnable action) {
    requireOwner();
    Entry entry = new Entry(nowNanos() + Math.max(0, delayNanos), scheduled++, action);
    timers.add(entry);
    return entry;
  }

  @Override
  public void enter(Runnable action) {
    if (Thread.currentThread() == owner) {
      action.run();
    } else {
      incoming.add(action);
    }
  }

  @Override
  public void fail(Exception cause) {
    failure.compareAndSet(null, cause);
  }

  @Override
  public void runFor(Duration duration) {
    runWhile(() -> true, duration);
  }

  @Override
  public boolean runWhile(BooleanSupplier condition, Duration atMost) {
    requireOwner();
    long end = nowNanos() + atMost.toNanos();
    while (condition.getAsBoolean()) {
      requireNotHeldTooLong();
      check();
      long now = nowNanos();
      if (now >= end) {
        return false;
      }
      fireDue(now);
      Entry next = timers.peek();
      long until = Math.min(end, next == null ? end : next.deadlineNanos);
      work(Math.min(LOOK_NANOS, Math.max(0, until - nowNanos())));
    }
    check();
    return true;
  }

  private void fireDue(long now) {
    for (Entry due = timers.peek(); due != null && due.deadlineNanos <= now; due = timers.peek()) {
      timers.remove();
      if (due.cancel()) {
        due.action.run();
      }
    }
  }

  /** Does what is waiting; waits this long for something. */
  private void work(long nanos) {
    try {
      Runnable next = incoming.poll(nanos, TimeUnit.NANOSECONDS);
      while (next != null) {
        next.run();
        next = incoming.poll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(e);
    }
  }

  private void check() {
    Exception cause = failure.get();
    if (cause != null) {
      throw new RunFailedException("the run failed: " + cause, cause);
    }
  }

  private void requireOwner() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException("only thread '" + owner.getName() + "' runs this agenda");
    }
  }

  @Override
  public boolean isRealTime() {
    return true;
  }

  @Override
  public void close() {
    incoming.clear();
    timers.clear();
  }
}
