package dev.trustring.atm.refusal;

/** Why the AccessTokenManager refuses; several reasons share one number (§3.3, §3.6, §4.3). */
public enum AtmRefusal {
  UNDEFINED(AtmError.PERMISSION_NOT_EXIST, "the platform defines no such permission"),
  FLAG_NOT_OFFERED(AtmError.PARAM_INVALID, "the flag is none of 1, 2 and 64"),
  NOT_USER_GRANT(AtmError.PERMISSION_NOT_EXIST, "it is not a user_grant permission"),
  TOKEN_UNKNOWN(AtmError.TOKENID_NOT_EXIST, "the app has no token on this device"),
  TOKEN_WITHOUT_DATA(AtmError.TOKEN_INVALID, "the token has no permission data"),
  NOT_FOR_THIS_TIME(
      AtmError.IDENTITY_CHECK_FAILED, "it cannot be allowed for this time only (flag 64)"),
  NOT_DECLARED(AtmError.PARAM_INVALID, "the app does not declare it"),
  SYSTEM_FIXED(AtmError.PARAM_INVALID, "the system fixed it at install (flag 4)"),
  ADMIN_FIXED(AtmError.PERMISSION_RESTRICTED, "the administrator fixed it (flag 128)"),
  NOTHING_TO_RELEASE(AtmError.PARAM_INVALID, "the administrator has not fixed it (flag 128)"),
  EMPTY_REQUEST(AtmError.PARAM_INVALID, "the list of permissions is empty"),
  NO_TOKENID_FREE(AtmError.TOKENID_CREATE_FAILED, "no free token id was found");

  private final AtmError error;
  private final String reason;

  AtmRefusal(AtmError error, String reason) {
    this.error = error;
    this.reason = reason;
  }

  /** What the caller is told. */
  public AtmError error() {
    return error;
  }

  /** The reason in one plain clause. */
  public String reason() {
    return reason;
  }
}
