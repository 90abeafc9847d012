package dev.trustring.kv.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the service makes backups by itself (kv-store §6): it looks every 1800 s and makes them
 * while the screen is off and the device on a charger, ten hours after the last ones at the
 * earliest. When those were is in memory; a device that starts makes the next ones as soon as it
 * may. The platform takes a number of stores at a time, here all of them have their turn at once.
 */
final class AutomaticBackup {

  /** Between two looks. */
  static final Duration EVERY = Duration.ofMinutes(30);

  /** Between two backups. */
  static final Duration APART = Duration.ofHours(10);

  private boolean screenOn = true;
  private Optional<Instant> last = Optional.empty();

  void screenIs(boolean on) {
    screenOn = on;
  }

  /** Whether backups are to be made now; if so they count as made. */
  boolean isDue(Instant now) {
    boolean due = !screenOn && last.map(then -> !now.isBefore(then.plus(APART))).orElse(true);
    if (due) {
      last = Optional.of(now);
    }
    return due;
  }
}
