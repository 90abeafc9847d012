package dev.trustring.sim.loop;

import akka.actor.Cancellable;
import org.jspecify.annotations.Nullable;

/** One entry of the timer heap; dies when it fires, is cancelled, or its owner loses power. */
public final class LoopTimer implements Cancellable, Agenda.Timer, Comparable<LoopTimer> {
  private final TimerHeap heap;
  private final long deadlineNanos;
  private final long sequence;
  private final @Nullable Incarnation owner;
  private @Nullable Runnable action;
  private boolean cancelled;

  LoopTimer(
      TimerHeap heap,
      long deadlineNanos,
      long sequence,
      Runnable action,
      @Nullable Incarnation owner) {
    this.heap = heap;
    this.deadlineNanos = deadlineNanos;
    this.sequence = sequence;
    this.action = action;
    this.owner = owner;
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  @Nullable Incarnation owner() {
    return owner;
  }

  boolean isOwnerAlive() {
    return owner == null || owner.isAlive();
  }

  boolean isDead() {
    return action == null || !isOwnerAlive();
  }

  /** Takes the action out, for the one time that it runs. */
  Runnable fire() {
    Runnable taken = action;
    if (taken == null) {
      throw new IllegalStateException("a dead timer cannot fire");
    }
    action = null;
    return taken;
  }

  @Override
  public boolean cancel() {
    if (action == null) {
      return false;
    }
    action = null;
    cancelled = true;
    heap.cancelled(this);
    return true;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public int compareTo(LoopTimer other) {
    int byDeadline = Long.compare(deadlineNanos, other.deadlineNanos);
    return byDeadline != 0 ? byDeadline : Long.compare(sequence, other.sequence);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(sequence);
  }
}
