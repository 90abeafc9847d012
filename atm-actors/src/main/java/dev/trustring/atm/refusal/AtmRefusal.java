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
  NO_TOKENID_FREE(AtmError.TOKENID_CREATE_FAILED, "no free token id was found"),
  PARAMS_OUT_OF_RANGE(AtmError.PARAM_INVALID, "a parameter is missing or out of its limits"),
  NOT_A_TOKEN_MANAGER(
      AtmError.PERMISSION_DENIED, "the caller does not hold ohos.permission.MANAGE_HAP_TOKENID"),
  NO_SUCH_TOKENID(AtmError.TOKENID_NOT_EXIST, "nobody on this device has that token id"),
  NOT_AN_APPS_TOKENID(AtmError.PARAM_INVALID, "the token id is not an app's"),
  TOKENID_MALFORMED(AtmError.PARAM_INVALID, "the bits of the token id do not fit its type"),
  TOKENID_TAKEN(AtmError.TOKENID_HAS_EXISTED, "the token id is in use or reserved"),
  NO_MAIN_APP(
      AtmError.PERM_REQUEST_CFG_FAILED, "the app that the sandbox would belong to is missing"),
  BEARS_NO_VALUE(AtmError.PERMISSION_WITHOUT_VALUE, "the permission comes without a value");

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
