package dev.trustring.atm.request;

/** What asking the user for one permission leads to, with the platform's number (§3.5). */
public enum PermissionOper {
  /** The user decided before; only Settings can change it. */
  SETTING(-1),
  /** The app has it. */
  PASS(0),
  /** A dialog asks the user. */
  DYNAMIC(1),
  /** The question makes no sense. */
  INVALID(2),
  /** Dialogs are not allowed. */
  FORBIDDEN(3);

  private final int code;

  PermissionOper(int code) {
    this.code = code;
  }

  /** The platform's number; without a dialog it is the app's {@code authResult} (§3.6). */
  public int code() {
    return code;
  }
}
