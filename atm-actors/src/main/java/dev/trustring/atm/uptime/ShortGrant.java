package dev.trustring.atm.uptime;

import java.time.Duration;
import java.time.Instant;

/**
 * A grant for a number of seconds that runs (access-token §3.4).
 *
 * @param since when the first grant of the running record was made
 * @param until when its timer ends
 */
public record ShortGrant(Instant since, Instant until) {
  /** Longest total since the first grant. */
  public static final Duration TOTAL_MAX = Duration.ofMinutes(30);

  /** How much longer a grant made now may run. */
  public Duration left(Instant now) {
    return Duration.between(now, since.plus(TOTAL_MAX));
  }
}
