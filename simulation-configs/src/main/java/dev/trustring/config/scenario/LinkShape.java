package dev.trustring.config.scenario;

import java.time.Duration;

/**
 * What a link does to frames beyond the delay that all of them have. Shares are parts of all
 * frames, from 0 to 1.
 *
 * @param loss the share that never arrives
 * @param tailShare the share that takes longer
 * @param tail how much longer such a frame takes at the most
 * @param duplicates the share that arrives twice
 * @param reorders the share that later frames may overtake
 * @param bandwidth bytes of a second; 0 when they do not matter
 */
public record LinkShape(
    double loss,
    double tailShare,
    Duration tail,
    double duplicates,
    double reorders,
    long bandwidth) {

  /** Everything arrives, once, in order, and as fast as the rest. */
  public static final LinkShape EVEN = new LinkShape(0, 0, Duration.ZERO, 0, 0, 0);

  public LinkShape {
    for (double share : new double[] {loss, tailShare, duplicates, reorders}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
      }
    }
    if (tail.isNegative() || bandwidth < 0) {
      throw new IllegalArgumentException("less than nothing: " + tail + ", " + bandwidth);
    }
  }

  public static LinkShape losing(double share) {
    return new LinkShape(share, 0, Duration.ZERO, 0, 0, 0);
  }

  public static LinkShape tailed(double share, Duration tail) {
    return new LinkShape(0, share, tail, 0, 0, 0);
  }

  public static LinkShape duplicating(double share) {
    return new LinkShape(0, 0, Duration.ZERO, share, 0, 0);
  }

  public static LinkShape reordering(double share) {
    return new LinkShape(0, 0, Duration.ZERO, 0, share, 0);
  }

  public static LinkShape ofBandwidth(long bytesOfASecond) {
    return new LinkShape(0, 0, Duration.ZERO, 0, 0, bytesOfASecond);
  }

  /** Both at once: each takes its part of what the other leaves, and the narrower one counts. */
  public LinkShape and(LinkShape other) {
    return new LinkShape(
        either(loss, other.loss),
        either(tailShare, other.tailShare),
        tail.compareTo(other.tail) > 0 ? tail : other.tail,
        either(duplicates, other.duplicates),
        either(reorders, other.reorders),
        narrower(bandwidth, other.bandwidth));
  }

  private static double either(double one, double other) {
    return 1 - (1 - one) * (1 - other);
  }

  private static long narrower(long one, long other) {
    if (one == 0 || other == 0) {
      return Math.max(one, other);
    }
    return Math.min(one, other);
  }
}
