package dev.trustring.kv.service;

import dev.trustring.kv.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The stores of one app that were written to and are to sync by themselves, and when (kv-store
 * §7.1).
 */
final class AutoSyncs {

  /** So long after the last write. */
  static final Duration AFTER_THE_LAST = Duration.ofMillis(50);

  /** But no later than this after the first. */
  static final Duration AFTER_THE_FIRST = Duration.ofMillis(200);

  /** Stores that sync at a time; others wait for the next time. */
  static final int MOST_STORES = 10;

  private final Set<StoreId> waiting = new LinkedHashSet<>();
  private Instant first = Instant.MAX;

  /** A store was written to; how long to wait from now on. */
  Duration wrote(StoreId store, Instant now) {
    if (waiting.isEmpty()) {
      first = now;
    }
    waiting.add(store);
    Duration left = Duration.between(now, first.plus(AFTER_THE_FIRST));
    return left.compareTo(AFTER_THE_LAST) < 0 ? left : AFTER_THE_LAST;
  }

  /** Those whose time has come; they wait no longer. */
  List<StoreId> due(Instant now) {
    List<StoreId> due = new ArrayList<>(waiting).subList(0, Math.min(MOST_STORES, waiting.size()));
    due.forEach(waiting::remove);
    first = now;
    return due;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** There is nobody to sync with, or the process of the app is gone. */
  void drop() {
    waiting.clear();
  }
}
