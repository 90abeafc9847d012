package dev.trustring.atm.permission;

/** Who gives a permission to an app that asked for it (access-token §2.1). */
public enum GrantMode {
  /** The user, in a dialog or in Settings. */
  USER_GRANT(0, "user_grant"),
  /** The system, when the app is installed. */
  SYSTEM_GRANT(1, "system_grant"),
  /** The user, in Settings only. */
  MANUAL_SETTINGS(2, "manual_settings");

  private final int code;
  private final String word;

  GrantMode(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /** The platform's number. */
  public int code() {
    return code;
  }

  /** The platform's word in its definition file. */
  public String word() {
    return word;
  }
}
