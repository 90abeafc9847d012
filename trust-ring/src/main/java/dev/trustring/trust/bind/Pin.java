package dev.trustring.trust.bind;

import dev.trustring.trust.identity.Sha256;
import dev.trustring.trust.wire.BindId;

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

  /** The stand-in for a proof of knowledge; the id of the bind is its salt. */
  static String digest(int pin, BindId bind) {
    return Sha256.hex(pin + "|" + bind.value());
  }
}
