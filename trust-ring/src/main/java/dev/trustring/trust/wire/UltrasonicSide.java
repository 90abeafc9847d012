package dev.trustring.trust.wire;

import java.util.Arrays;
import java.util.Optional;

/** Which end of a bind by sound makes the PIN and says it (trust-and-softbus §2.6). */
public enum UltrasonicSide {
  /** The sink says it and the source listens, as people read a PIN on the sink. */
  FORWARD(0),
  /** The source says it and the sink listens. */
  REVERSE(1);

  private final int number;

  UltrasonicSide(int number) {
    this.number = number;
  }

  /** The side with the platform's number. */
  public static Optional<UltrasonicSide> of(long number) {
    return Arrays.stream(values()).filter(side -> side.number == number).findFirst();
  }
}
