package dev.trustring.kv.status;

/**
 * How the sync engine says that a device's part of a sync ended (kv-store §3.9).
 *
 * <p>The service turns it into a {@link Status} on the way to an app, and most of the difference is
 * lost there: a missing permission and a lost link become the same number.
 */
public enum DbStatus {
  OK(Status.SUCCESS),
  DB_ERROR(Status.DB_ERROR),
  BUSY(Status.DB_ERROR),
  NOT_FOUND(Status.NOT_FOUND),
  INVALID_ARGS(Status.INVALID_ARGUMENT),
  TIME_OUT(Status.TIME_OUT),
  NOT_SUPPORT(Status.NOT_SUPPORT),
  SCHEMA_MISMATCH(Status.ERROR),
  INVALID_QUERY_FORMAT(Status.INVALID_QUERY_FORMAT),
  INVALID_QUERY_FIELD(Status.INVALID_QUERY_FIELD),
  PERMISSION_CHECK_FORBID_SYNC(Status.ERROR),
  COMM_FAILURE(Status.ERROR),
  EKEYREVOKED_ERROR(Status.SECURITY_LEVEL_ERROR),
  SECURITY_OPTION_CHECK_ERROR(Status.SECURITY_LEVEL_ERROR),
  INTERCEPT_DATA_FAIL(Status.ERROR),
  NOT_ACTIVE(Status.ERROR);

  private final Status seenByApps;

  DbStatus(Status seenByApps) {
    this.seenByApps = seenByApps;
  }

  /** What is left of it when it reaches an app. */
  public Status seenByApps() {
    return seenByApps;
  }
}
