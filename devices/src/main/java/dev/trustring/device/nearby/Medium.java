package dev.trustring.device.nearby;

import dev.trustring.device.net.Bearer;
import java.time.Duration;

/**
 * What discovery goes over; AUTO, which is all that apps get, is both together (trust-and-softbus
 * §5.1).
 */
public enum Medium {
  /** Twelve rounds in five seconds, which is low frequency. */
  COAP(Bearer.WIFI, 12, Duration.ofSeconds(5).dividedBy(12)),
  /** As long as the discovery runs; how often a beacon is heard is our choice. */
  BLE(Bearer.BLUETOOTH, 24, Duration.ofSeconds(5));

  private final Bearer bearer;
  private final int rounds;
  private final Duration pause;

  Medium(Bearer bearer, int rounds, Duration pause) {
    this.bearer = bearer;
    this.rounds = rounds;
    this.pause = pause;
  }

  public Bearer bearer() {
    return bearer;
  }

  int rounds() {
    return rounds;
  }

  Duration pause() {
    return pause;
  }
}
