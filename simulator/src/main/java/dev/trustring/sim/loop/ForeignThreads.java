package dev.trustring.sim.loop;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counts what other threads handed to the loop, and keeps the stack of the first. */
final class ForeignThreads {
  private final AtomicLong submits = new AtomicLong();
  private final AtomicReference<@Nullable ForeignThreadException> first = new AtomicReference<>();

  void submitted(Object task) {
    submits.incrementAndGet();
    first.compareAndSet(
        null,
        new ForeignThreadException(
            "thread '" + Thread.currentThread().getName() + "' handed over " + task));
  }

  long submits() {
    return submits.get();
  }

  void check(String loopId, Thread owner) {
    ForeignThreadException cause = first.get();
    if (cause != null) {
      throw new ForeignThreadException(
          "run loop '%s' belongs to thread '%s', but %s (%d foreign submits so far)"
              .formatted(loopId, owner.getName(), cause.getMessage(), submits.get()),
          cause);
    }
  }
}
