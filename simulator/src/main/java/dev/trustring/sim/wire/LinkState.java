package dev.trustring.sim.wire;

import java.time.Duration;

/**
 * What one direction of a link does to messages: a cut one carries nothing, any other delays each
 * message and loses a part of them, from 0 to 1.
 *
 * @param clogged whether what is sent waits until this is over
 */
public record LinkState(boolean cut, boolean clogged, Duration delay, double loss) {
  /** Everything arrives as fast as it can. */
  public static final LinkState CLEAR = new LinkState(false, false, Duration.ZERO, 0);

  /** Nothing arrives. */
  public static final LinkState CUT = new LinkState(true, false, Duration.ZERO, 0);

  /** What is sent waits. */
  public static final LinkState CLOGGED = new LinkState(false, true, Duration.ZERO, 0);

  public LinkState {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a link cannot deliver before the message is sent");
    }
    if (!(loss >= 0 && loss <= 1)) {
      throw new IllegalArgumentException("loss is a part of the messages, 0 to 1, not " + loss);
    }
  }

  /** Neither cut nor losing, only late. */
  public static LinkState delayedBy(Duration delay) {
    return new LinkState(false, false, delay, 0);
  }

  /** Neither cut nor late, only losing. */
  public static LinkState losing(double loss) {
    return new LinkState(false, false, Duration.ZERO, loss);
  }

  boolean isClear() {
    return !cut && !clogged && delay.isZero() && loss == 0;
  }
}
