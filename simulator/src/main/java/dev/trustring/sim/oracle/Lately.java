package dev.trustring.sim.oracle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * What something is, and what it was a moment ago. A gate asks before the rows are on disk, and an
 * oracle hears of them after: in between the answer may have changed without anybody's fault.
 */
final class Lately<S> {

  /** More than a gate and a disk that is well take together. */
  static final Duration MOMENT = Duration.ofMillis(100);

  private record Past<S>(S state, long untilNanos) {}

  private final Deque<Past<S>> past = new ArrayDeque<>();
  private S now;

  Lately(S now) {
    this.now = now;
  }

  S now() {
    return now;
  }

  void becomes(S next, long nanos) {
    past.addLast(new Past<>(now, nanos));
    now = next;
  }

  /**
   * Whether it is so now, or was so since a moment before that time; it is asked of times that do
   * not go back.
   */
  boolean wasLately(Predicate<S> so, long sinceNanos) {
    while (!past.isEmpty() && past.getFirst().untilNanos() < sinceNanos - MOMENT.toNanos()) {
      past.removeFirst();
    }
    return so.test(now) || past.stream().anyMatch(was -> so.test(was.state()));
  }
}
