package dev.trustring.sim.loop;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Timers by (deadline, sequence); dead ones stay until they surface or half of the heap is dead.
 */
final class TimerHeap {
  private static final int SWEEP_FROM = 64;

  private final PriorityQueue<LoopTimer> heap = new PriorityQueue<>();
  private long nextSequence;
  private int dead;

  LoopTimer add(long deadlineNanos, Runnable action, @Nullable Incarnation owner) {
    LoopTimer timer = new LoopTimer(this, deadlineNanos, nextSequence++, action, owner);
    if (owner != null) {
      owner.timerAdded();
    }
    heap.add(timer);
    return timer;
  }

  /** The earliest live timer, left in the heap. */
  @Nullable LoopTimer peek() {
    LoopTimer first = heap.peek();
    while (first != null && first.isDead()) {
      heap.poll();
      dead--;
      first = heap.peek();
    }
    return first;
  }

  /** Removes the earliest live timer if it is due at this time, and gives its action. */
  @Nullable Runnable pollDue(long nowNanos) {
    LoopTimer first = peek();
    if (first == null || first.deadlineNanos() > nowNanos) {
      return null;
    }
    heap.poll();
    Incarnation owner = first.owner();
    if (owner != null) {
      owner.timerGone();
    }
    return first.fire();
  }

  void cancelled(LoopTimer timer) {
    if (!timer.isOwnerAlive()) {
      return;
    }
    Incarnation owner = timer.owner();
    if (owner != null) {
      owner.timerGone();
    }
    died(1);
  }

  void died(int timers) {
    dead += timers;
    if (dead > SWEEP_FROM && dead > heap.size() / 2) {
      heap.removeIf(LoopTimer::isDead);
      dead = 0;
    }
  }

  int size() {
    return heap.size();
  }

  int live() {
    return heap.size() - dead;
  }
}
