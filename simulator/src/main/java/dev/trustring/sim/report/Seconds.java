package dev.trustring.sim.report;

import java.math.BigDecimal;

/** Virtual time as people and files read it. */
final class Seconds {

  private static final int NANO_DIGITS = 9;
  private static final int MILLI_DIGITS = 3;

  private Seconds() {}

  /** Exact seconds. */
  static BigDecimal exact(long nanos) {
    BigDecimal seconds = BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }

  /** Whole milliseconds, cut off. */
  static String text(long nanos) {
    BigDecimal seconds =
        BigDecimal.valueOf(nanos, NANO_DIGITS)
            .setScale(MILLI_DIGITS, java.math.RoundingMode.DOWN)
            .stripTrailingZeros();
    return (seconds.scale() < 0 ? seconds.setScale(0) : seconds).toPlainString() + " s";
  }
}
