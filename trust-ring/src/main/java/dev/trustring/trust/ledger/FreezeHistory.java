package dev.trustring.trust.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The binds with this device that failed for wrong PINs, and the freezes that followed: each keeps
 * the next guesser away for longer (trust-and-softbus §2.8). The rung of the ladder follows from
 * the freezes that are still remembered, so whoever waits long enough begins lower again.
 *
 * @param failures when binds failed, the oldest first
 */
public record FreezeHistory(List<Instant> failures, List<Freeze> freezes) {

  /** A time in which this device refuses every bind. */
  public record Freeze(Instant from, Duration length) {

    Duration remaining(Instant now) {
      return Duration.between(now, from.plus(length));
    }
  }

  static final FreezeHistory EMPTY = new FreezeHistory(List.of(), List.of());

  private static final Duration MEMORY = Duration.ofMinutes(20);
  private static final Duration WINDOW = Duration.ofMinutes(6);

  /** How many failures inside the window the next one freezes after. */
  private static final int FORGIVEN = 2;

  private static final List<Duration> LADDER =
      Stream.of(60, 180, 300, 600).map(Duration::ofSeconds).toList();

  public FreezeHistory {
    failures = List.copyOf(failures);
    freezes = List.copyOf(freezes);
  }

  public boolean isEmpty() {
    return failures.isEmpty() && freezes.isEmpty();
  }

  /** For how long this device still refuses binds; nothing if it does not. */
  public Optional<Duration> frozenFor(Instant now) {
    return lastFreeze()
        .map(last -> last.remaining(now))
        .filter(left -> !left.isNegative() && !left.isZero());
  }

  /** The freeze that a failure now brings, by what happened before it. */
  public Optional<Freeze> freezeAfterFailure(Instant now) {
    FreezeHistory known = remembered(now);
    Instant since =
        known
            .lastFreeze()
            .map(Freeze::from)
            .filter(from -> from.isAfter(now.minus(WINDOW)))
            .orElse(now.minus(WINDOW));
    long recent = known.failures.stream().filter(failure -> failure.isAfter(since)).count();
    if (recent < FORGIVEN) {
      return Optional.empty();
    }
    int step = Math.min(known.freezes.size(), LADDER.size() - 1);
    return Optional.of(new Freeze(now, LADDER.get(step)));
  }

  FreezeHistory failedAt(Instant now) {
    FreezeHistory known = remembered(now);
    return new FreezeHistory(
        Stream.concat(known.failures.stream(), Stream.of(now)).toList(), known.freezes);
  }

  FreezeHistory frozen(Freeze freeze) {
    return new FreezeHistory(failures, Stream.concat(freezes.stream(), Stream.of(freeze)).toList());
  }

  private FreezeHistory remembered(Instant now) {
    Instant oldest = now.minus(MEMORY);
    return new FreezeHistory(
        failures.stream().filter(failure -> !failure.isBefore(oldest)).toList(),
        freezes.stream().filter(freeze -> !freeze.from().isBefore(oldest)).toList());
  }

  private Optional<Freeze> lastFreeze() {
    return freezes.stream().reduce((earlier, later) -> later);
  }
}
