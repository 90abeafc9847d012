package dev.trustring.sim.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a direction does to everything that it still carries.
 *
 * @param delay what is added to the time that the network takes
 * @param loss the part of it that is lost, from 0 to 1
 */
public record Impairment(Duration delay, double loss) {

  /** It carries everything as fast as its network does. */
  public static final Impairment NONE = new Impairment(Duration.ZERO, 0);

  public Impairment {
    if (delay.isNegative() || !(loss >= 0 && loss <= 1)) {
      throw new IllegalArgumentException("no such impairment: " + delay + ", " + loss);
    }
  }

  public static Impairment delayOf(Duration delay) {
    return new Impairment(delay, 0);
  }

  public static Impairment lossOf(double share) {
    return new Impairment(Duration.ZERO, share);
  }

  /** What it does to frames, in words. */
  List<String> words(Direction direction) {
    List<String> words = new ArrayList<>();
    if (loss > 0) {
      words.add("frames " + direction + " are lost at a rate of " + loss);
    }
    if (!delay.isZero()) {
      words.add("frames " + direction + " take " + delay.toMillis() + " ms longer");
    }
    return words;
  }

  /** Both at once: delays add up, and each loss takes its part of what the other leaves. */
  Impairment and(Impairment other) {
    return new Impairment(delay.plus(other.delay), 1 - (1 - loss) * (1 - other.loss));
  }
}
