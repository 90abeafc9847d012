package dev.trustring.kv.store;

import java.time.Instant;

/** The sync engine's unit of time, 100 nanoseconds (kv-store §2.4). */
public final class EngineTime {

  private EngineTime() {}

  /** That moment in units of 100 ns since 1970. */
  public static long of(Instant instant) {
    return instant.getEpochSecond() * 10_000_000L + instant.getNano() / 100;
  }
}
