package dev.trustring.sim.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What drawing needs over and over. */
final class Dice {

  private final RandomGenerator random;

  Dice(RandomGenerator random) {
    this.random = random;
  }

  RandomGenerator random() {
    return random;
  }

  boolean half() {
    return random.nextBoolean();
  }

  /** With a chance of one in so many. */
  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /** A whole number, both ends included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** One of them, each as likely. */
  <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** At least so many of them, in their order. */
  <T> List<T> some(List<T> all, int least) {
    int count = random.nextInt(Math.min(least, all.size()), all.size() + 1);
    List<T> left = new ArrayList<>(all);
    while (left.size() > count) {
      left.remove(random.nextInt(left.size()));
    }
    return left;
  }

  /** A moment before the end, to the millisecond. */
  Duration before(Duration end) {
    return Duration.ofMillis(random.nextLong(Math.max(1, end.toMillis())));
  }

  /** How long until something happens that happens so often a minute on the average. */
  Duration untilNext(double perMinute) {
    double minutes = -Math.log(1 - random.nextDouble()) / perMinute;
    return Duration.ofMillis(
        Math.max(1, Math.round(Math.min(minutes, 1e6) * Duration.ofMinutes(1).toMillis())));
  }
}
