package dev.trustring.trust.access;

/** Why an access check said yes or no, with a code that reports keep. */
public enum AccessReason {
  SYSTEM_USERS("system-users", "both ends are the system user, which is never checked"),
  SAME_ACCOUNT("same-account", "both users are logged in to one HUAWEI ID"),
  COMMON_GROUP("common-group", "both devices are in one peer-to-peer group of HiChain"),
  BOUND_FOR_USER("bound-for-user", "the devices are bound for every app of these users"),
  BOUND_FOR_APP("bound-for-app", "the devices are bound for this app"),
  SHARED("shared", "the peer is shared with the user here"),
  ONE_IS_SYSTEM_USER("one-is-system-user", "one end is the system user and the other is not"),
  USER_INACTIVE("user-inactive", "one of the two users is not active on its device"),
  NO_ROW("no-row", "this device has no access row for that peer"),
  BOUND_FOR_OTHER_USERS(
      "bound-for-other-users", "the rows for that peer belong to other users of the two devices"),
  ONLY_LINK_ROW("only-link-row", "the only row for that peer brings up the link and opens no data"),
  SHARE_ONLY(
      "share-only", "the peer is shared with the user here, which opens sessions and no store"),
  SHARED_OTHER_WAY("shared-other-way", "the share between the two devices goes the other way"),
  BOUND_FOR_OTHER_APP("bound-for-other-app", "the devices are bound for another app"),
  ROW_INACTIVE("row-inactive", "the row that would allow it is switched off"),
  ACCOUNT_REQUIRED(
      "account-required", "the store asks for one HUAWEI ID on both ends, and a bond is not that");

  private final String code;
  private final String text;

  AccessReason(String code, String text) {
    this.code = code;
    this.text = text;
  }

  public String code() {
    return code;
  }

  public String text() {
    return text;
  }
}
