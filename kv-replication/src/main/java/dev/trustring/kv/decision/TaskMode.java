package dev.trustring.kv.decision;

import java.util.Locale;

/** What a task of the sync engine does (kv-store §3.1). */
public enum TaskMode {
  PUSH("push"),
  PULL("pull"),
  PUSH_AND_PULL("push and pull"),
  /** The answer to a pull: the device that was asked sends its rows in a task of its own. */
  RESPONSE_PULL("answer to a pull"),
  QUERY_PUSH("push of a query"),
  QUERY_PULL("pull of a query"),
  QUERY_PUSH_PULL("push and pull of a query");

  private final String words;

  TaskMode(String words) {
    this.words = words;
  }

  /** The stable word of reports, such as {@code response-pull}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How people call it. */
  public String words() {
    return words;
  }

  /** Whether rows of the device that runs the task go out. */
  public boolean sendsRows() {
    return this != PULL && this != QUERY_PULL;
  }

  /** Whether the peer is to send its rows in return. */
  public boolean asksForRows() {
    return this == PULL || this == PUSH_AND_PULL || this == QUERY_PULL || this == QUERY_PUSH_PULL;
  }

  /** What a call in that direction becomes when it brings a query. */
  public TaskMode ofQuery() {
    if (!sendsRows()) {
      return QUERY_PULL;
    }
    return asksForRows() ? QUERY_PUSH_PULL : QUERY_PUSH;
  }
}
