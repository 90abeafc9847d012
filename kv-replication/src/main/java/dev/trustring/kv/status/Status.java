package dev.trustring.kv.status;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The store's native status, the numbers that {@code syncComplete} brings (kv-store §1.6).
 *
 * <p>All but success are the base 27459584 plus an offset. The vocabulary is whole; which of them
 * have a cause in this simulator is said in ARCHITECTURE.md.
 */
public enum Status {
  SUCCESS(-1, 0, "it worked"),
  ERROR(0, 0, "general error, into which many causes are folded"),
  INVALID_ARGUMENT(1, 401, "an argument is missing or has a value that is not allowed"),
  ILLEGAL_STATE(2, 0, "the object is in no state to do this"),
  SERVER_UNAVAILABLE(3, 0, "the data service does not answer"),
  STORE_NOT_OPEN(4, 0, "the store is not open; most calls count this as success"),
  STORE_ALREADY_SUBSCRIBE(5, 0, "the callback is there already; counts as success"),
  STORE_NOT_SUBSCRIBE(6, 0, "there is no such callback; counts as success"),
  NOT_FOUND(7, 15100004, "no such store, key or device"),
  STORE_META_CHANGED(8, 15100002, "the store exists with other options"),
  STORE_UPGRADE_FAILED(9, 0, "the store could not be brought to a newer form"),
  DB_ERROR(10, 0, "the database refused; also a route to the peer that could not be built"),
  NETWORK_ERROR(11, 0, "the network failed"),
  PERMISSION_DENIED(12, 202, "the caller is not who the call says it is"),
  IPC_ERROR(13, 0, "the call did not reach the data service"),
  CRYPT_ERROR(14, 15100003, "the file's key is missing or wrong"),
  TIME_OUT(15, 0, "no answer in time"),
  NOT_SUPPORT(17, 0, "this kind of store or app cannot do this"),
  SCHEMA_MISMATCH(18, 0, "the two stores have schemas that do not fit"),
  INVALID_SCHEMA(19, 0, "the schema itself is not allowed"),
  READ_ONLY(20, 0, "the store takes no writes"),
  INVALID_VALUE_FIELDS(21, 0, "the value has fields that its STRICT schema does not name"),
  INVALID_FIELD_TYPE(22, 0, "a field of the value has another type than the schema says"),
  CONSTRAIN_VIOLATION(23, 0, "a field of the value is null or missing and may not be"),
  INVALID_FORMAT(24, 0, "the value is no JSON object, as the store's schema wants it"),
  INVALID_QUERY_FORMAT(25, 0, "the predicates of the query do not go together"),
  INVALID_QUERY_FIELD(26, 0, "the query names a field that the schema does not have"),
  SYSTEM_ACCOUNT_EVENT_PROCESSING(27, 0, "accounts are being changed"),
  RECOVER_SUCCESS(28, 0, "the store was damaged and is mended"),
  RECOVER_FAILED(29, 0, "the store is damaged and could not be mended"),
  EXCEED_MAX_ACCESS_RATE(31, 0, "the app calls too often"),
  SECURITY_LEVEL_ERROR(
      32, 0, "a device too weak for the label, unequal labels, or a locked screen"),
  OVER_MAX_LIMITS(33, 15100001, "more than the limit allows"),
  ALREADY_CLOSED(34, 15100005, "the store was closed"),
  IPC_PARCEL_ERROR(35, 0, "the data of a call could not be packed"),
  DATA_CORRUPTED(36, 15100003, "the file is damaged"),
  WAL_OVER_LIMITS(37, 14800047, "the write-ahead log is full until a reader closes"),
  RATE_LIMIT(38, 0, "too much at once; a little later it works"),
  SYNC_ACTIVATED(39, 0, "a sync of this kind is under way"),
  NOT_SUPPORT_BROADCAST(40, 0, "the peer takes no broadcasts"),
  CLOUD_DISABLED(41, 0, "the cloud is switched off"),
  DB_CANT_OPEN(42, 0, "the file cannot be opened"),
  DEVICE_NOT_ONLINE(43, 0, "none of the devices is online and trusted");

  /** The number that the offsets are added to. */
  public static final int BASE = 27459584;

  private final int offset;
  private final int jsCode;
  private final String meaning;

  Status(int offset, int jsCode, String meaning) {
    this.offset = offset;
    this.jsCode = jsCode;
    this.meaning = meaning;
  }

  /** The number that reaches an app's {@code syncComplete} callback; 0 is success. */
  public int number() {
    return this == SUCCESS ? 0 : BASE + offset;
  }

  /**
   * The business error with which a call throws this status; empty where the platform's table has
   * no row for it and the error carries no code.
   */
  public OptionalInt jsCode() {
    return jsCode == 0 ? OptionalInt.empty() : OptionalInt.of(jsCode);
  }

  /** Whether calls return as if nothing had happened. */
  public boolean countsAsSuccess() {
    return this == SUCCESS
        || this == STORE_NOT_OPEN
        || this == STORE_ALREADY_SUBSCRIBE
        || this == STORE_NOT_SUBSCRIBE;
  }

  public String meaning() {
    return meaning;
  }

  /** The status of that number. */
  public static Optional<Status> ofNumber(int number) {
    return Arrays.stream(values()).filter(status -> status.number() == number).findFirst();
  }
}
