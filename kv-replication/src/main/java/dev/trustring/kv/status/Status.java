package dev.trustring.kv.status;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The store's native status, the numbers that {@code syncComplete} brings (kv-store §1.6).
 *
 * <p>All but success are the base 27459584 plus an offset.
 */
public enum Status {
  SUCCESS(-1, 0, "it worked"),
  ERROR(0, 0, "general error, into which many causes are folded"),
  INVALID_ARGUMENT(1, 401, "an argument is missing or has a value that is not allowed"),
  ILLEGAL_STATE(2, 0, "the object is in no state to do this"),
  SERVER_UNAVAILABLE(3, 0, "the data service does not answer"),
  STORE_NOT_OPEN(4, 0, "the store is not open; most calls count this as success"),
  NOT_FOUND(7, 15100004, "no such store, key or device"),
  STORE_META_CHANGED(8, 15100002, "the store exists with other options"),
  DB_ERROR(10, 0, "the database refused; also a route to the peer that could not be built"),
  NETWORK_ERROR(11, 0, "the network failed"),
  PERMISSION_DENIED(12, 202, "the caller is not who the call says it is"),
  CRYPT_ERROR(14, 15100003, "the file's key is missing or wrong"),
  TIME_OUT(15, 0, "no answer in time"),
  NOT_SUPPORT(17, 0, "this kind of store or app cannot do this"),
  SCHEMA_MISMATCH(18, 0, "the two stores have schemas that do not fit"),
  INVALID_SCHEMA(19, 0, "the schema itself is not allowed"),
  INVALID_VALUE_FIELDS(21, 0, "the value has fields that its STRICT schema does not name"),
  INVALID_FIELD_TYPE(22, 0, "a field of the value has another type than the schema says"),
  CONSTRAIN_VIOLATION(23, 0, "a field of the value is null or missing and may not be"),
  INVALID_FORMAT(24, 0, "the value is no JSON object, as the store's schema wants it"),
  INVALID_QUERY_FORMAT(25, 0, "the predicates of the query do not go together"),
  INVALID_QUERY_FIELD(26, 0, "the query names a field that the schema does not have"),
  SECURITY_LEVEL_ERROR(32, 0, "the peer may not hold data of this label, or the labels differ"),
  OVER_MAX_LIMITS(33, 15100001, "more than the limit allows"),
  ALREADY_CLOSED(34, 15100005, "the store was closed"),
  DATA_CORRUPTED(36, 15100003, "the file is damaged"),
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

  public String meaning() {
    return meaning;
  }

  /** The status of that number. */
  public static Optional<Status> ofNumber(int number) {
    return Arrays.stream(values()).filter(status -> status.number() == number).findFirst();
  }
}
