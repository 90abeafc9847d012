package dev.trustring.sim.bench;

import java.util.Arrays;

/**
 * How much of its time this thread spends in a package, by looking at its stack again and again.
 */
final class StackShare implements AutoCloseable {

  private static final long EVERY_MILLIS = 1;

  private final Thread watched = Thread.currentThread();
  private final String prefix;
  private final Thread sampler = new Thread(this::sample, "stack-share");
  private volatile boolean ended;
  private volatile int samples;
  private volatile int inside;

  private StackShare(String prefix) {
    this.prefix = prefix;
  }

  /** Begins to look for classes whose names begin so. */
  static StackShare of(String prefix) {
    StackShare share = new StackShare(prefix);
    share.sampler.setDaemon(true);
    share.sampler.start();
    return share;
  }

  private void sample() {
    int all = 0;
    int found = 0;
    while (!ended) {
      boolean here =
          Arrays.stream(watched.getStackTrace())
              .anyMatch(frame -> frame.getClassName().startsWith(prefix));
      samples = ++all;
      found += here ? 1 : 0;
      inside = found;
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  double percent() {
    return samples == 0 ? 0 : 100.0 * inside / samples;
  }

  @Override
  public void close() {
    ended = true;
    sampler.interrupt();
  }
}
