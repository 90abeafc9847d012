package dev.trustring.sim.loop;

import java.util.ArrayList;
import java.util.List;

/** One life of a node, from power on to power off; nothing of it runs after its end. */
public final class Incarnation {
  private final String node;
  private final long number;
  private final List<IncarnationDispatcherConfigurator> dispatchers = new ArrayList<>(1);
  private boolean alive = true;
  private final List<Runnable> held = new ArrayList<>();
  private final List<Runnable> lastWords = new ArrayList<>();
  private boolean paused;
  private int pendingTimers;

  Incarnation(String node, long number) {
    this.node = node;
    this.number = number;
  }

  public String node() {
    return node;
  }

  /** Counts the lives of the node, from 1. */
  public long number() {
    return number;
  }

  public boolean isAlive() {
    return alive;
  }

  /** Keeps this for when the node goes on, if it stands still now; whether it was kept. */
  boolean holds(Runnable task) {
    if (paused) {
      held.add(task);
    }
    return paused;
  }

  /**
   * Where the node stands still, it does not hear what it is told now unless it goes on; this is
   * done if it is switched off before.
   */
  public void ifItNeverHears(Runnable task) {
    if (paused) {
      lastWords.add(task);
    }
  }

  void pause() {
    paused = true;
  }

  /** Ends the pause, and gives what came to be done in it, in that order. */
  List<Runnable> resume() {
    paused = false;
    List<Runnable> due = List.copyOf(held);
    held.clear();
    lastWords.clear();
    return due;
  }

  List<IncarnationDispatcherConfigurator> dispatchers() {
    return dispatchers;
  }

  /** What a node that was switched off has not heard any more. */
  List<Runnable> lastWords() {
    return lastWords;
  }

  void timerAdded() {
    pendingTimers++;
  }

  void timerGone() {
    pendingTimers--;
  }

  /** Ends this life, and says how many timers it leaves in the heap. */
  int die() {
    alive = false;
    held.clear();
    int left = pendingTimers;
    pendingTimers = 0;
    return left;
  }

  @Override
  public String toString() {
    return node + " #" + number;
  }
}
