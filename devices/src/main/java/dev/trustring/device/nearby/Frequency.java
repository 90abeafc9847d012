package dev.trustring.device.nearby;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How often CoAP asks or tells at the start, which then is silent (trust-and-softbus §5.1). */
public enum Frequency {
  LOW(12, 5),
  MID(24, 5),
  HIGH(36, 5),
  SUPER_HIGH(48, 10),
  EXTREME_HIGH(48, 10);

  private final int rounds;
  private final Duration span;

  Frequency(int rounds, int seconds) {
    this.rounds = rounds;
    this.span = Duration.ofSeconds(seconds);
  }

  int rounds() {
    return rounds;
  }

  Duration pause() {
    return span.dividedBy(rounds);
  }

  /** The one of that number, which counts from 0. */
  public static Optional<Frequency> numbered(long number) {
    return number < 0 ? Optional.empty() : Arrays.stream(values()).skip(number).findFirst();
  }

  /** The platform's words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Frequency::name).toList();
  }
}
