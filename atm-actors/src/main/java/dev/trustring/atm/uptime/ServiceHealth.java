package dev.trustring.atm.uptime;

/** Whether the AccessTokenManager serves its callers (access-token §4.1). */
public enum ServiceHealth {
  WELL("well"),
  /** No caller gets through to it. */
  GONE("gone"),
  /** It has no memory left to serve a call with. */
  OUT_OF_MEMORY("out-of-memory");

  private final String word;

  ServiceHealth(String word) {
    this.word = word;
  }

  /** As scenarios and traces say it. */
  public String word() {
    return word;
  }
}
