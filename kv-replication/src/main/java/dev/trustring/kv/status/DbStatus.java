package dev.trustring.kv.status;

/**
 * How the sync engine says that a device's part of a sync ended (kv-store §3.9).
 *
 * <p>The service turns it into a {@link Status} on the way to an app, and most of the difference is
 * lost there: a missing permission and a lost link become the same number.
 */
public enum DbStatus {
  OK(-1, Status.SUCCESS),
  DB_ERROR(0, Status.DB_ERROR),
  BUSY(1, Status.DB_ERROR),
  NOT_FOUND(2, Status.NOT_FOUND),
  INVALID_ARGS(3, Status.INVALID_ARGUMENT),
  TIME_OUT(4, Status.TIME_OUT),
  NOT_SUPPORT(5, Status.NOT_SUPPORT),
  INVALID_PASSWD_OR_CORRUPTED_DB(6, Status.ERROR),
  OVER_MAX_LIMITS(7, Status.OVER_MAX_LIMITS),
  NO_PERMISSION(9, Status.ERROR),
  SCHEMA_MISMATCH(11, Status.ERROR),
  INVALID_VALUE_FIELDS(14, Status.INVALID_VALUE_FIELDS),
  INVALID_FIELD_TYPE(15, Status.INVALID_FIELD_TYPE),
  CONSTRAIN_VIOLATION(16, Status.CONSTRAIN_VIOLATION),
  INVALID_FORMAT(17, Status.INVALID_FORMAT),
  INVALID_QUERY_FORMAT(22, Status.INVALID_QUERY_FORMAT),
  INVALID_QUERY_FIELD(23, Status.INVALID_QUERY_FIELD),
  PERMISSION_CHECK_FORBID_SYNC(24, Status.ERROR),
  COMM_FAILURE(26, Status.ERROR),
  EKEYREVOKED_ERROR(27, Status.SECURITY_LEVEL_ERROR),
  SECURITY_OPTION_CHECK_ERROR(28, Status.SECURITY_LEVEL_ERROR),
  INTERCEPT_DATA_FAIL(30, Status.ERROR),
  LOG_OVER_LIMITS(31, Status.ERROR),
  NOT_ACTIVE(35, Status.ERROR),
  USER_CHANGED(36, Status.ERROR),
  RATE_LIMIT(40, Status.ERROR);

  /** The number that the offsets are added to. */
  public static final int BASE = 27328512;

  private final int offset;
  private final Status seenByApps;

  DbStatus(int offset, Status seenByApps) {
    this.offset = offset;
    this.seenByApps = seenByApps;
  }

  /** Its number inside the engine, which no app is given; 0 is success. */
  public int number() {
    return this == OK ? 0 : BASE + offset;
  }

  /** What is left of it when it reaches an app. */
  public Status seenByApps() {
    return seenByApps;
  }
}
