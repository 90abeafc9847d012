package dev.trustring.trust.bind;

import dev.trustring.trust.effect.BindRole;

/**
 * Where one end of a bind stands while it waits, with the platform's number (trust-and-softbus
 * §2.6). States that are passed without waiting, and those of the credential exchange that our PIN
 * proof stands in for, are left out; a bind that has finished (18, 66) is no longer there.
 */
public enum BindState {
  /** Message 80 is out. */
  SOURCE_NEGOTIATE(2),
  /** Message 100 is out. */
  SOURCE_CONFIRM(3),
  /** The box for the PIN is open. */
  SOURCE_PIN_INPUT(5),
  /** A typed PIN is being checked by the sink. */
  SOURCE_PIN_PROOF(10),
  /** The PIN was right; message 180 is out. */
  SOURCE_CREDENTIAL(16),
  /** The rows are written; message 200 is out. */
  SOURCE_DATA_SYNC(17),
  /** Message 90 is out. */
  SINK_NEGOTIATE(51),
  /** The confirm box is open. */
  SINK_CONFIRM(52),
  /** The PIN is shown. */
  SINK_PIN_DISPLAY(54),
  /** The PIN was right. */
  SINK_CREDENTIAL(64),
  /** The rows are written; message 190 is out. */
  SINK_DATA_SYNC(65);

  private final int number;

  BindState(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  BindRole role() {
    return number < 50 ? BindRole.SOURCE : BindRole.SINK;
  }
}
