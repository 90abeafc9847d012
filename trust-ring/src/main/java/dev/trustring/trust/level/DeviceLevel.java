package dev.trustring.trust.level;

import java.util.Optional;

/**
 * The security level a device proves to others, and the highest data level it may receive
 * (trust-and-softbus §4.1). Only the number is compared; hardware features are why a device may
 * claim a level, never what is tested.
 */
public enum DeviceLevel {
  SL1(1, 1),
  SL2(2, 2),
  SL3(3, 3),
  SL4(4, 4),
  SL5(5, 4);

  private final int number;
  private final int highestDataLevel;

  DeviceLevel(int number, int highestDataLevel) {
    this.number = number;
    this.highestDataLevel = highestDataLevel;
  }

  public int number() {
    return number;
  }

  /** The number n of the highest label Sn this device may receive; S0 is 0. */
  public int highestDataLevel() {
    return highestDataLevel;
  }

  /** Whether data of label Sn may go to this device. */
  public boolean mayReceive(int dataLevel) {
    return dataLevel <= highestDataLevel;
  }

  /** Reads a level as a scenario writes it, exactly; a caller that gets nothing can suggest. */
  public static Optional<DeviceLevel> parse(String word) {
    for (DeviceLevel level : values()) {
      if (level.name().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
