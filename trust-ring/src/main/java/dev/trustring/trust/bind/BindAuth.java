package dev.trustring.trust.bind;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the two ends of a bind prove to each other that they are meant (trust-and-softbus §2.5). Of
 * the platform's numbers these are bound here; the others are refused before a bind begins.
 */
public enum BindAuth {
  /** The sink shows a PIN and a person types it on the source. */
  PIN(1),
  /** Both ends were told one code before, and nobody is asked anything. */
  IMPORTED_CODE(5),
  /** One end says a PIN as sound that people do not hear, and the other listens. */
  ULTRASONIC_PIN(6);

  private final int number;

  BindAuth(int number) {
    this.number = number;
  }

  /** The platform's number. */
  public int number() {
    return number;
  }

  /** What an offer of this way says: where nothing is heard a PIN is shown and typed (§2.8). */
  List<Integer> offered() {
    return this == ULTRASONIC_PIN ? List.of(number, PIN.number) : List.of(number);
  }

  /** The first way of an offer that exists here. */
  static Optional<BindAuth> firstOf(List<Integer> offered) {
    return offered.stream().flatMap(number -> of(number).stream()).findFirst();
  }

  /** The way with that number. */
  public static Optional<BindAuth> of(long number) {
    return Arrays.stream(values()).filter(auth -> auth.number == number).findFirst();
  }
}
