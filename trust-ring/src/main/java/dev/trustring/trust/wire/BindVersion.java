package dev.trustring.trust.wire;

import java.util.Arrays;

/** The version of the bind dialogue that a device speaks, such as 5.1.5. */
public record BindVersion(String value) {

  /** What this device speaks. */
  public static final BindVersion OWN = new BindVersion("5.1.5");

  private static final BindVersion OLDEST = new BindVersion("5.1.0");

  /** Whether this dialogue can be led with a peer of that version (trust-and-softbus §2.5). */
  public boolean isSpokenHere() {
    return value.matches("\\d{1,4}(\\.\\d{1,4}){0,3}")
        && Arrays.compare(parts(), OLDEST.parts()) >= 0;
  }

  private int[] parts() {
    return Arrays.stream(value.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}
