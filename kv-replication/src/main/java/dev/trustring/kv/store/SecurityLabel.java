package dev.trustring.kv.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How sensitive a store's data is (kv-store §1.3, §5). Apps may use S1 to S4. */
public enum SecurityLabel {
  S0(0, 1),
  S1(1, 2),
  S2(2, 3),
  S3(3, 5),
  S4(4, 6);

  private final int dataLevel;
  private final int jsNumber;

  SecurityLabel(int dataLevel, int jsNumber) {
    this.dataLevel = dataLevel;
    this.jsNumber = jsNumber;
  }

  /** The number that is compared with a device's highest data level, 0 to 4. */
  public int dataLevel() {
    return dataLevel;
  }

  /** The number that {@code getSecurityLevel} gives to an app. */
  public int jsNumber() {
    return jsNumber;
  }

  /** The label of that word. */
  public static Optional<SecurityLabel> parse(String word) {
    return Arrays.stream(values()).filter(label -> label.name().equals(word)).findFirst();
  }

  /** The words that an app may pass to {@code getKVStore}. */
  public static List<String> wordsForApps() {
    return List.of("S1", "S2", "S3", "S4");
  }

  /** Whether the key of such a store is gone while the screen is locked (kv-store §5.4). */
  public boolean isKeyedToTheLock() {
    return this == S3;
  }

  /** Whether two stores may meet: equal labels, and S0 counts as S1 (kv-store §5.3). */
  public boolean meets(SecurityLabel other) {
    return Math.max(dataLevel, 1) == Math.max(other.dataLevel, 1);
  }
}
