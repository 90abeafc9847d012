package dev.trustring.atm.remote;

/** What can be tried on the token of another device's app; only looking is allowed (§5.7). */
public enum RemoteOperation {
  GRANT(false),
  REVOKE(false),
  CLEAR_USER_GRANTED_STATE(false),
  UPDATE(false),
  DELETE(false),
  SET_STATUS_WITH_POLICY(false),
  EXPORT(false),
  VERIFY(true),
  GET_INFO(true),
  GET_FLAGS(true),
  GET_REQ_PERMISSIONS(true);

  private final boolean allowed;

  RemoteOperation(boolean allowed) {
    this.allowed = allowed;
  }

  /** Whether it may be done. */
  public boolean isAllowed() {
    return allowed;
  }
}
