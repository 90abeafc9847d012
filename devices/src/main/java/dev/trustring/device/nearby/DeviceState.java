package dev.trustring.device.nearby;

/** What a state callback says of a device (trust-and-softbus §2.1). */
public enum DeviceState {
  /** In reach; what it tells of itself has not come yet, and apps may not use it. */
  UNKNOWN(0),
  AVAILABLE(1),
  UNAVAILABLE(2);

  private final int number;

  DeviceState(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
