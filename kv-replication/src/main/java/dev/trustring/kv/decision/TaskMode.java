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
  QUERY_PUSH_PULL("push and pull of a query"),
  /** Rows that a query finds go to a peer that has subscribed to it, after a write. */
  AUTO_PUSH("automatic push of a query"),
  /** The peer is to push what a query finds whenever it is written there. */
  SUBSCRIBE_QUERY("subscription of a query"),
  UNSUBSCRIBE_QUERY("end of a subscription"),
  /** The same subscription once more, because the peer was offline meanwhile. */
  AUTO_SUBSCRIBE_QUERY("subscription sent again");

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
    return this != PULL && this != QUERY_PULL && !isCommand();
  }

  /** Whether the peer is to send its rows in return. */
  public boolean asksForRows() {
    return this == PULL || this == PUSH_AND_PULL || this == QUERY_PULL || this == QUERY_PUSH_PULL;
  }

  /** Whether it tells the peer something in place of rows (kv-store §3.1, CONTROL_SYNC). */
  public boolean isCommand() {
    return subscribes() || this == UNSUBSCRIBE_QUERY;
  }

  /** Whether the peer is to push from then on. */
  public boolean subscribes() {
    return this == SUBSCRIBE_QUERY || this == AUTO_SUBSCRIBE_QUERY;
  }

  /** Whether it has to do with subscriptions, and so never with all rows of a store. */
  public boolean isOfSubscriptions() {
    return isCommand() || this == AUTO_PUSH;
  }

  /** Whether rows come to the device that runs the task, now or later. */
  public boolean bringsRows() {
    return asksForRows() || subscribes();
  }

  /** Whether no app calls for it: the engine begins it, and exchanges no records before. */
  public boolean isOfTheEngine() {
    return this == RESPONSE_PULL || this == AUTO_PUSH || this == AUTO_SUBSCRIBE_QUERY;
  }

  /** What gates call it that have nothing to do with it. */
  public String noun() {
    if (isCommand()) {
      return "a subscription";
    }
    return sendsRows() ? "a push" : "a pull";
  }

  /** What a call in that direction becomes when it brings a query. */
  public TaskMode ofQuery() {
    if (isCommand()) {
      return this;
    }
    if (!sendsRows()) {
      return QUERY_PULL;
    }
    return asksForRows() ? QUERY_PUSH_PULL : QUERY_PUSH;
  }
}
