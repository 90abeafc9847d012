package dev.trustring.sim.loop;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The tasks that could run now. */
interface ReadyTasks {
  void add(Runnable task);

  /** Removes the next task; there must be one. */
  Runnable take();

  int size();

  static ReadyTasks inOrder(Order order, RandomGenerator picks) {
    return switch (order) {
      case FIFO -> new Fifo();
      case RANDOM -> new RandomPick(picks);
    };
  }

  /** First in, first out. */
  final class Fifo implements ReadyTasks {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void add(Runnable task) {
      tasks.addLast(task);
    }

    @Override
    public Runnable take() {
      return tasks.removeFirst();
    }

    @Override
    public int size() {
      return tasks.size();
    }
  }

  /** Any of them with equal chance; the last takes the place of the one taken. */
  final class RandomPick implements ReadyTasks {
    private final RandomGenerator picks;
    private @Nullable Runnable[] tasks = new @Nullable Runnable[64];
    private int size;

    RandomPick(RandomGenerator picks) {
      this.picks = picks;
    }

    @Override
    public void add(Runnable task) {
      if (size == tasks.length) {
        tasks = Arrays.copyOf(tasks, size * 2);
      }
      tasks[size++] = task;
    }

    @Override
    public Runnable take() {
      int index = size == 1 ? 0 : picks.nextInt(size);
      Runnable task = tasks[index];
      tasks[index] = tasks[--size];
      tasks[size] = null;
      if (task == null) {
        throw new IllegalStateException("no task is ready");
      }
      return task;
    }

    @Override
    public int size() {
      return size;
    }
  }
}
