package dev.trustring.trust;

/** Why something asked of a device's trust was not done, other than a failed bind. */
public enum TrustRefusal {
  NOT_BOUND("not-bound", 201, "that app owns no row for that device"),
  PEER_IS_SELF("peer-is-self", 401, "a device cannot be bound with itself"),
  NO_SUCH_BIND("no-such-bind", 401, "no such bind runs on this device"),
  NOT_ASKED_NOW("not-asked-now", 401, "the bind does not wait for that at this step"),
  ALREADY_LOGGED_IN("already-logged-in", 0, "the user is logged in; a second login is ignored"),
  NOT_LOGGED_IN("not-logged-in", 0, "the user is not logged in"),
  SYSTEM_USER("system-user", 0, "the system user has no HUAWEI ID"),
  NO_SUCH_USER("no-such-user", 12300003, "there is no such user"),
  RESTRICTED_USER("restricted-user", 12300008, "this is not for the system user or the first one");

  private final String code;
  private final int number;
  private final String text;

  TrustRefusal(String code, int number, String text) {
    this.code = code;
    this.number = number;
    this.text = text;
  }

  public String code() {
    return code;
  }

  /** The number the app sees; 0 if the platform says nothing. */
  public int number() {
    return number;
  }

  public String text() {
    return text;
  }
}
