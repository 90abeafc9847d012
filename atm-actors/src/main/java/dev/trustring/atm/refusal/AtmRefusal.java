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
  BEARS_NO_VALUE(AtmError.PERMISSION_WITHOUT_VALUE, "the permission comes without a value"),
  BAD_NAME(AtmError.PARAM_INVALID, "the name is empty or too long"),
  BAD_FLAG(AtmError.PARAM_INVALID, "the flag is not legal here"),
  BAD_STATUS(AtmError.PARAM_INVALID, "the status is not legal here"),
  TOGGLE_NOT_USER_GRANT(
      AtmError.PARAM_INVALID, "it has no toggle: it is not a user_grant permission"),
  BAD_USER(AtmError.PARAM_INVALID, "a user id is 0 or more"),
  BAD_TIME(AtmError.PARAM_INVALID, "the time is 1 to 300 seconds"),
  BAD_LIST(AtmError.PARAM_INVALID, "the list is empty or too long"),
  BAD_SWITCH(AtmError.PARAM_INVALID, "there is no such switch"),
  TOKEN_ZERO(AtmError.PARAM_INVALID, "a token id of 0 is nobody's"),
  TOKEN_OF_RENDER(AtmError.TOKENID_NOT_EXIST, "it is the id of a render process"),
  TOKEN_REMOTE(AtmError.IDENTITY_CHECK_FAILED, "the app is on another device"),
  TOKEN_SANDBOXED(AtmError.IDENTITY_CHECK_FAILED, "the sandbox of the app may not have it"),
  APP_NOT_IN_USE(
      AtmError.IDENTITY_CHECK_FAILED, "the app is not in use, so nothing is allowed this time"),
  CALLER_NO_SYSTEM_APP(AtmError.NOT_SYSTEM_APP, "only system apps may call this"),
  CALLER_NOT_PERMITTED(AtmError.PERMISSION_DENIED, "the caller lacks the permission for this"),
  DECIDED_BEFORE(AtmError.PERMISSION_DENIED, "the user or the system has decided before"),
  NOT_FOR_SETTINGS_API(AtmError.EXPECTED_PERMISSION_TYPE, "the system grants it, nobody else"),
  NOT_FOR_DIALOG(AtmError.PERMISSION_NOT_EXIST, "it is granted in Settings only"),
  FLAGS_OF_UNDECLARED(AtmError.PERMISSION_NOT_EXIST, "without a declaration there are no flags"),
  NOT_SHORT_TERM(AtmError.PARAM_INVALID, "it cannot be granted for seconds, or is not declared"),
  SCOPE_TOO_LONG(AtmError.PARAM_INVALID, "a list of a scope has at most 1024 entries"),
  SCOPE_UNKNOWN(AtmError.PARAM_INVALID, "nothing in a list of the scope is known"),
  SCOPE_OVERLAPS(AtmError.PARAM_INVALID, "the callback listens to a part of the scope already"),
  CALLBACK_EXISTS(AtmError.CALLBACK_ALREADY_EXIST, "the callback listens already"),
  TOO_MANY_CALLBACKS(AtmError.CALLBACKS_EXCEED_LIMITATION, "too many callbacks"),
  NOT_LISTENING(AtmError.PARAM_INVALID, "nothing listens to this scope"),
  NOT_USED_TOGETHER(AtmError.INTERFACE_NOT_USED_TOGETHER, "off comes without its on"),
  OTHER_CONTEXT(AtmError.PARAM_INVALID, "the context is another app's"),
  NOT_ONE_GROUP(AtmError.PARAM_INVALID, "the permissions are not of one group"),
  UNDECLARED_ON_SHEET(AtmError.PARAM_INVALID, "the app does not declare one of them"),
  MANUAL_ON_SHEET(AtmError.EXPECTED_PERMISSION_TYPE, "it is switched on in Settings only"),
  SHEET_EXISTS(AtmError.REQUEST_EXISTS, "another request is on the screen"),
  NOTHING_TO_ASK(AtmError.ALL_GRANTED, "all of them are granted"),
  USER_NEVER_DENIED(AtmError.NOT_REVOKED_BY_USER, "the user has not denied it"),
  SWITCH_IS_OPEN(AtmError.SWITCH_ALREADY_OPEN, "the switch is open"),
  SERVICE_GONE(AtmError.SERVICE_ABNORMAL, "the permission service does not answer"),
  OUT_OF_MEMORY(AtmError.MALLOC_FAILED, "the permission service is out of memory"),
  POLICY_OF_ANOTHER(AtmError.POLICY_ALREADY_SET_BY_OTHER, "another process set the policy"),
  NO_POLICY(AtmError.POLICY_NOT_SET, "no policy is set for it"),
  WHITE_LISTED(AtmError.TOKEN_ALREADY_IN_WHITELIST, "the app is on the white list"),
  NOT_WHITE_LISTED(AtmError.TOKEN_NOT_IN_WHITELIST, "the app is not on the white list"),
  USER_NOT_LISTED(AtmError.TOKEN_NOT_IN_USERLIST, "the policy does not name the app's user"),
  POLICY_KEPT_OTHERWISE(
      AtmError.PERSISTENCE_FLAG_NOT_MATCH, "the policy is stored and the wish is not, or so");

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
