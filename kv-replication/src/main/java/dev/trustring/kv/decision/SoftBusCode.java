package dev.trustring.kv.decision;

/**
 * What the soft bus answered when no lane led to a peer. It is negative, so that the engine keeps
 * it in place of COMM_FAILURE; of an app nothing is left of either but the general error (kv-store
 * §3.7, §3.9).
 */
public record SoftBusCode(int number, String text) {

  /** The fact for a gate. */
  public Evidence evidence() {
    return Evidence.that("the soft bus answered " + number + ", " + text);
  }
}
