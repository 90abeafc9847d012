package dev.trustring.trust.wire;

import java.util.Arrays;

/** The version of the bind dialogue that a device speaks, such as 5.1.5. */
public record BindVersion(String value) {

  /** What a version looks like. */
  public static final String FORM = "\\d{1,4}(\\.\\d{1,4}){0,3}";

  /** What a device speaks of which nobody says otherwise. */
  public static final BindVersion OWN = new BindVersion("5.1.5");

  private static final BindVersion OLDEST = new BindVersion("5.1.0");

  /** Whether this dialogue can be led with a peer of that version (trust-and-softbus §2.5). */
  public boolean isSpokenHere() {
    return isReadable() && Arrays.compare(parts(), OLDEST.parts()) >= 0;
  }

  /** Whether only the dialogue of version 1 can be led with such a device (§2.10). */
  public boolean isOld() {
    return isReadable() && !isSpokenHere();
  }

  /** Whether it is a version at all: up to four numbers with dots between. */
  public boolean isReadable() {
    return value.matches(FORM);
  }

  private int[] parts() {
    return Arrays.stream(value.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}
