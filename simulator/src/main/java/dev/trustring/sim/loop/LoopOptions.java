package dev.trustring.sim.loop;

/**
 * What a run loop is made from.
 *
 * @param id the name under which classes that Akka constructs find the loop; empty means "choose
 *     one"
 * @param seed the number from which every random draw of the world follows
 * @param order how the next ready task is chosen
 * @param tasksPerInstantMax how many tasks may run while virtual time stands still
 */
public record LoopOptions(String id, long seed, Order order, long tasksPerInstantMax) {
  private static final long TASKS_PER_INSTANT_MAX = 5_000_000;

  public LoopOptions {
    if (tasksPerInstantMax < 1) {
      throw new IllegalArgumentException("tasksPerInstantMax must be positive");
    }
  }

  /** The defaults for this seed: random order, a chosen id. */
  public static LoopOptions seeded(long seed) {
    return new LoopOptions("", seed, Order.RANDOM, TASKS_PER_INSTANT_MAX);
  }

  public LoopOptions withId(String newId) {
    return new LoopOptions(newId, seed, order, tasksPerInstantMax);
  }

  public LoopOptions withOrder(Order newOrder) {
    return new LoopOptions(id, seed, newOrder, tasksPerInstantMax);
  }

  public LoopOptions withTasksPerInstantMax(long max) {
    return new LoopOptions(id, seed, order, max);
  }
}
