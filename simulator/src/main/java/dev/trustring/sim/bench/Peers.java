package dev.trustring.sim.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Nodes that replicate without gates and disk, to compare with. */
interface Peers extends AutoCloseable {

  /** How long nodes are waited for. */
  int PATIENCE_SECONDS = 120;

  /**
   * Writes keys 0 to {@code keys} of a round, spread over all nodes.
   *
   * @param done counted down once by each node that has all of them
   */
  void write(int round, int keys, CountDownLatch done);

  int nodes();

  /** One round: the time from the first write until all nodes have all keys. */
  default Stopwatch.Lap converge(int round, int keys) {
    CountDownLatch done = new CountDownLatch(nodes());
    Stopwatch watch = new Stopwatch();
    write(round, keys, done);
    await(done, "nodes to have all keys");
    return watch.lap();
  }

  static void await(CountDownLatch latch, String what) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new BenchException(
            "waited " + PATIENCE_SECONDS + " s for " + latch.getCount() + " " + what);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }

  @Override
  void close();
}
