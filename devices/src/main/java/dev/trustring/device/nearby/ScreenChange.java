package dev.trustring.device.nearby;

/** What has become of a device's screen. */
public enum ScreenChange {
  OFF("off"),
  ON("on"),
  LOCKED("locked"),
  UNLOCKED("unlocked");

  private final String word;

  ScreenChange(String word) {
    this.word = word;
  }

  /** The name that reports print. */
  public String word() {
    return word;
  }
}
