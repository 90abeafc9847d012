package dev.trustring.kv.sync;

import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.status.DbStatus;
import java.util.Optional;

/** What a receiver answers to a request (kv-store §3.7). */
public enum AckCode {
  OK(Optional.empty()),
  NOT_PERMIT(Optional.of(DbStatus.PERMISSION_CHECK_FORBID_SYNC)),
  SECURITY_OPTION_CHECK_ERROR(Optional.of(DbStatus.SECURITY_OPTION_CHECK_ERROR)),
  BUSY(Optional.of(DbStatus.BUSY)),
  EKEYREVOKED(Optional.of(DbStatus.EKEYREVOKED_ERROR)),
  SCHEMA_MISMATCH(Optional.of(DbStatus.SCHEMA_MISMATCH)),
  NOT_SUPPORT(Optional.of(DbStatus.NOT_SUPPORT)),
  INVALID_QUERY_FIELD(Optional.of(DbStatus.INVALID_QUERY_FIELD)),
  INVALID_QUERY_FORMAT(Optional.of(DbStatus.INVALID_QUERY_FORMAT)),
  MAX_LIMITS(Optional.of(DbStatus.OVER_MAX_LIMITS)),
  INVALID_PASSWD_OR_CORRUPTED_DB(Optional.of(DbStatus.INVALID_PASSWD_OR_CORRUPTED_DB)),
  /** The sender goes through the exchange of clocks again. */
  NEED_TIME_SYNC(Optional.empty()),
  /** The sender negotiates abilities again. */
  NEED_ABILITY_SYNC(Optional.empty()),
  /** The sender goes back to the receiver's mark and sends again. */
  LOCAL_WATER_MARK_NOT_INIT(Optional.empty());

  private final Optional<DbStatus> ends;

  AckCode(Optional<DbStatus> ends) {
    this.ends = ends;
  }

  /** The status with which it ends the sender's task; empty when the task goes on. */
  public Optional<DbStatus> ends() {
    return ends;
  }

  /** What a receiver answers when a gate stopped the packet for that reason. */
  static AckCode of(DenyReason reason) {
    return switch (reason) {
      case RANGE_DISJOINT, PERMISSION_NOT_DECLARED, PERMISSION_NOT_GRANTED -> NOT_PERMIT;
      case LABELS_DIFFER, LEVEL_TOO_LOW, NO_TEE -> SECURITY_OPTION_CHECK_ERROR;
      case CLOCKS_DISAGREE, ABILITY_MISSING, WATERMARK_AHEAD, SAVE_FAILED, KEY_GONE, FILE_DAMAGED ->
          ofStore(reason);
      case SCHEMAS_DIFFER,
          QUERY_NOT_SUPPORTED,
          QUERY_FIELD_UNKNOWN,
          QUERY_MALFORMED,
          SUBSCRIPTIONS_FULL ->
          ofQuery(reason);
      case STORE_NOT_OPENED,
          OPEN_UNDECLARED,
          OPEN_UNGRANTED,
          DATA_GROUP_MISMATCH,
          DATA_GROUP_SIGNING,
          CALLER_NOT_OWNER,
          APP_CLONE,
          NO_PARTNER,
          NOT_IN_RING,
          PEER_OFFLINE,
          METADATA_MISSING,
          NOT_ACTIVATED,
          QUEUE_FULL,
          OUTGOING_FORBIDDEN,
          NO_PERMITTED_USER,
          LINK_DOWN,
          NO_TIME_ANSWER,
          NO_ABILITY_ANSWER,
          NO_PULL_ANSWER,
          FRAME_LOST,
          SENDER_UNKNOWN,
          RECEIVER_REFUSES_USER,
          STORE_ABSENT,
          STORE_CLOSING,
          OTHER_SIGNING ->
          throw new AssertionError(reason + " is not answered with a code");
    };
  }

  /** What is not ready on this device, or can take or give no rows now. */
  private static AckCode ofStore(DenyReason reason) {
    return switch (reason) {
      case CLOCKS_DISAGREE -> NEED_TIME_SYNC;
      case ABILITY_MISSING -> NEED_ABILITY_SYNC;
      case WATERMARK_AHEAD -> LOCAL_WATER_MARK_NOT_INIT;
      case SAVE_FAILED -> BUSY;
      case KEY_GONE -> EKEYREVOKED;
      case FILE_DAMAGED -> INVALID_PASSWD_OR_CORRUPTED_DB;
      default -> throw new AssertionError(reason + " has nothing to do with the store");
    };
  }

  /** What has to do with a query, or with the schema of this device's store or its lack. */
  private static AckCode ofQuery(DenyReason reason) {
    return switch (reason) {
      case SCHEMAS_DIFFER -> SCHEMA_MISMATCH;
      case QUERY_NOT_SUPPORTED -> NOT_SUPPORT;
      case QUERY_FIELD_UNKNOWN -> INVALID_QUERY_FIELD;
      case QUERY_MALFORMED -> INVALID_QUERY_FORMAT;
      case SUBSCRIPTIONS_FULL -> MAX_LIMITS;
      default -> throw new AssertionError(reason + " has to do with no query");
    };
  }
}
