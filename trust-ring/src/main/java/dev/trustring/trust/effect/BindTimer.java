package dev.trustring.trust.effect;

import dev.trustring.trust.wire.BindReason;
import java.time.Duration;
import java.util.Optional;

/**
 * The timers of a bind, each with its length and the reason it ends the bind with
 * (trust-and-softbus §2.7). The source waits 60 seconds for the confirmation and the box of the
 * sink stays for 60 seconds: the sink starts later by one way of the message, so a source that is
 * far away runs out first.
 */
public enum BindTimer {
  /** The whole bind, on both ends. */
  AUTHENTICATE(120, 120, BindReason.TIMEOUT),
  /** The source waits for the answer to its first message. */
  NEGOTIATE(10, 10, BindReason.TIMEOUT),
  /** The sink waits for the request to ask its person. */
  WAIT_REQUEST(10, 10, BindReason.TIMEOUT),
  /** The source waits for the answer of the person on the sink. */
  CONFIRM(60, 10, BindReason.TIMEOUT),
  /** The box on the sink waits for its person. */
  CONFIRM_BOX(60, 60, BindReason.CONFIRM_TIMEOUT),
  /** Typing and proving the PIN, on both ends; starts anew for each try. */
  PIN_AUTH(60, 10, BindReason.TIMEOUT),
  /** The source waits for a PIN to be typed; in the dialogue of version 1 only. */
  PIN_INPUT(60, 60, BindReason.INPUT_TIMEOUT),
  /** The source waits to be taken into the group; in the dialogue of version 1 only. */
  ADD(10, 10, BindReason.ADD_GROUP_TIMEOUT),
  /** Ends nothing: an end that listens for a PIN, or says one, goes over to one that is typed. */
  ULTRASONIC(4, 4),
  /** Ends nothing: an end that says a PIN says it again; how often is unverified. */
  SOUND(1, 1),
  /** Ends nothing: a sink that shows a PIN lets the source know that it is there, and goes on. */
  HEARTBEAT(50, 20);

  private final Duration length;
  private final Duration lengthByCode;
  private final Optional<BindReason> onExpiry;

  BindTimer(int seconds, int secondsByCode, BindReason onExpiry) {
    this.length = Duration.ofSeconds(seconds);
    this.lengthByCode = Duration.ofSeconds(secondsByCode);
    this.onExpiry = Optional.of(onExpiry);
  }

  BindTimer(int seconds, int secondsByCode) {
    this.length = Duration.ofSeconds(seconds);
    this.lengthByCode = Duration.ofSeconds(secondsByCode);
    this.onExpiry = Optional.empty();
  }

  public Duration length() {
    return length;
  }

  /** Its length in a bind by a code, where nobody has to read and type. */
  public Duration lengthByCode() {
    return lengthByCode;
  }

  /** How the bind ends then; nothing if it goes on. */
  public Optional<BindReason> onExpiry() {
    return onExpiry;
  }
}
