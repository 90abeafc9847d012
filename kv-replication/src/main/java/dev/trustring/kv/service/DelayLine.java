package dev.trustring.kv.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The calls of sync that wait for their delay (kv-store §7.2). Those that are due at about the same
 * time start together, and all of them wait on while an immediate one has just begun.
 *
 * @param <T> what stands for a call
 */
final class DelayLine<T> {

  /** For how long an immediate sync keeps delayed ones waiting. */
  static final Duration IMMEDIATE_COMES_FIRST = Duration.ofMillis(300);

  /** For how long they then wait on. */
  static final Duration WAIT_ON = Duration.ofMillis(100);

  /** Calls this close together start together, however short their delay. */
  private static final Duration LEAST_SPREAD = Duration.ofMillis(50);

  private record Waiting<T>(T call, Duration delay, Instant due) {}

  private final List<Waiting<T>> line = new ArrayList<>();

  void join(T call, Duration delay, Instant now) {
    line.add(new Waiting<>(call, delay, now.plus(delay)));
  }

  /**
   * The delay of a call is over: takes it off the line, and with it those that are due soon.
   *
   * @return the calls that start now, the earliest first; none if it had started with another
   */
  List<T> due(T call) {
    Waiting<T> first =
        line.stream().filter(waiting -> waiting.call().equals(call)).findFirst().orElse(null);
    if (first == null) {
      return List.of();
    }
    Duration quarter = first.delay().dividedBy(4);
    Duration spread = quarter.compareTo(LEAST_SPREAD) > 0 ? quarter : LEAST_SPREAD;
    Instant until = first.due().plus(spread);
    List<Waiting<T>> together =
        line.stream()
            .filter(waiting -> !waiting.due().isAfter(until))
            .sorted(Comparator.comparing(Waiting::due))
            .toList();
    line.removeAll(together);
    return together.stream().map(Waiting::call).toList();
  }
}
