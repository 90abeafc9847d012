package dev.trustring.trust.level;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is known of a device's level.
 *
 * @param number 1 to 5; 0 when it is unknown
 */
public record LevelAnswer(int number, LevelCode code) {
  private static final int HIGHEST = 5;

  public LevelAnswer {
    if (number < 0 || number > HIGHEST) {
      throw new IllegalArgumentException("no level " + number);
    }
  }

  static LevelAnswer known(int number) {
    return new LevelAnswer(number, LevelCode.SUCCESS);
  }

  static LevelAnswer failed(LevelCode code) {
    return new LevelAnswer(0, code);
  }

  /** The level; empty when it is unknown. */
  public Optional<DeviceLevel> level() {
    return Arrays.stream(DeviceLevel.values()).filter(one -> one.number() == number).findFirst();
  }
}
