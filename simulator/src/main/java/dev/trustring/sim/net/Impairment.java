package dev.trustring.sim.net;

import dev.trustring.config.scenario.LinkShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a direction does to everything that it still carries.
 *
 * @param delay what is added to the time that the network takes
 * @param shape what else it does to it
 */
public record Impairment(Duration delay, LinkShape shape) {

  /** It carries everything as fast as its network does. */
  public static final Impairment NONE = new Impairment(Duration.ZERO, LinkShape.EVEN);

  public Impairment {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("no frame arrives before it is sent: " + delay);
    }
  }

  public static Impairment delayOf(Duration delay) {
    return new Impairment(delay, LinkShape.EVEN);
  }

  public static Impairment lossOf(double share) {
    return of(LinkShape.losing(share));
  }

  public static Impairment of(LinkShape shape) {
    return new Impairment(Duration.ZERO, shape);
  }

  public double loss() {
    return shape.loss();
  }

  /** What it does to frames, in words. */
  List<String> words(Direction direction) {
    List<String> words = new ArrayList<>();
    if (loss() > 0) {
      words.add("frames " + direction + " are lost at a rate of " + loss());
    }
    if (!delay.isZero()) {
      words.add("frames " + direction + " take " + delay.toMillis() + " ms longer");
    }
    shapeWords(direction, words);
    return words;
  }

  private void shapeWords(Direction direction, List<String> words) {
    String frames = "frames " + direction;
    if (shape.tailShare() > 0) {
      words.add(
          frames
              + " take up to "
              + shape.tail().toMillis()
              + " ms longer at a rate of "
              + shape.tailShare());
    }
    if (shape.duplicates() > 0) {
      words.add(frames + " arrive twice at a rate of " + shape.duplicates());
    }
    if (shape.reorders() > 0) {
      words.add(frames + " are overtaken at a rate of " + shape.reorders());
    }
    if (shape.bandwidth() > 0) {
      words.add(frames + " share " + shape.bandwidth() + " bytes a second");
    }
  }

  /** Both at once: delays add up, and each loss takes its part of what the other leaves. */
  Impairment and(Impairment other) {
    return new Impairment(delay.plus(other.delay), shape.and(other.shape));
  }
}
