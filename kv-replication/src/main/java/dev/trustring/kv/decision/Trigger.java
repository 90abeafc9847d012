package dev.trustring.kv.decision;

/** What had a store synced. */
public enum Trigger {
  /** The app called for it. */
  CALL,
  /** A write, while the app takes part in a call across devices: with the other end of that. */
  WRITE,
  /** A write as well, while it takes part in none: then nothing is synced (kv-store §7.1). */
  WRITE_ALONE
}
