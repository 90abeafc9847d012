package dev.trustring.trust.bind;

/** The PIN of a bind: six digits, drawn by the sink (trust-and-softbus §2.8). */
final class Pin {
  static final int LOWEST = 100_000;
  static final int HIGHEST = 999_999;

  /** How many wrong entries end a bind. */
  static final int TRIES = 3;

  private Pin() {}

  static int drawn(long draw) {
    return LOWEST + (int) Math.floorMod(draw, (long) HIGHEST - LOWEST + 1);
  }
}
