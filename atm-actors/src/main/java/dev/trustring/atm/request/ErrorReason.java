package dev.trustring.atm.request;

/** Why asking the user for one permission leads to what it does (access-token §3.5). */
public enum ErrorReason {
  SUCCESS(0),
  PERM_INVALID(1),
  NOT_DECLARED(2),
  CONDITIONS_NOT_MET(3),
  PRIVACY_STATEMENT_NOT_AGREED(4),
  UNABLE_POP_UP(5),
  MANUAL_SETTING(6),
  SERVICE_ABNORMAL(12);

  private final int code;

  ErrorReason(int code) {
    this.code = code;
  }

  /** The platform's number. */
  public int code() {
    return code;
  }
}
