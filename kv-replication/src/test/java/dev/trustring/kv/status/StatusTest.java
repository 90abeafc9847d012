package dev.trustring.kv.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {

  @ParameterizedTest(name = "{0} is {1}, thrown as {2}")
  @CsvSource({
    "SUCCESS, 0,",
    "ERROR, 27459584,",
    "INVALID_ARGUMENT, 27459585, 401",
    "ILLEGAL_STATE, 27459586,",
    "SERVER_UNAVAILABLE, 27459587,",
    "STORE_NOT_OPEN, 27459588,",
    "STORE_ALREADY_SUBSCRIBE, 27459589,",
    "STORE_NOT_SUBSCRIBE, 27459590,",
    "NOT_FOUND, 27459591, 15100004",
    "STORE_META_CHANGED, 27459592, 15100002",
    "STORE_UPGRADE_FAILED, 27459593,",
    "DB_ERROR, 27459594,",
    "NETWORK_ERROR, 27459595,",
    "PERMISSION_DENIED, 27459596, 202",
    "IPC_ERROR, 27459597,",
    "CRYPT_ERROR, 27459598, 15100003",
    "TIME_OUT, 27459599,",
    "NOT_SUPPORT, 27459601,",
    "SCHEMA_MISMATCH, 27459602,",
    "INVALID_SCHEMA, 27459603,",
    "READ_ONLY, 27459604,",
    "INVALID_VALUE_FIELDS, 27459605,",
    "INVALID_FIELD_TYPE, 27459606,",
    "CONSTRAIN_VIOLATION, 27459607,",
    "INVALID_FORMAT, 27459608,",
    "INVALID_QUERY_FORMAT, 27459609,",
    "INVALID_QUERY_FIELD, 27459610,",
    "SYSTEM_ACCOUNT_EVENT_PROCESSING, 27459611,",
    "RECOVER_SUCCESS, 27459612,",
    "RECOVER_FAILED, 27459613,",
    "EXCEED_MAX_ACCESS_RATE, 27459615,",
    "SECURITY_LEVEL_ERROR, 27459616,",
    "OVER_MAX_LIMITS, 27459617, 15100001",
    "ALREADY_CLOSED, 27459618, 15100005",
    "IPC_PARCEL_ERROR, 27459619,",
    "DATA_CORRUPTED, 27459620, 15100003",
    "WAL_OVER_LIMITS, 27459621, 14800047",
    "RATE_LIMIT, 27459622,",
    "SYNC_ACTIVATED, 27459623,",
    "NOT_SUPPORT_BROADCAST, 27459624,",
    "CLOUD_DISABLED, 27459625,",
    "DB_CANT_OPEN, 27459626,",
    "DEVICE_NOT_ONLINE, 27459627,",
  })
  void hasThePlatformsNumberAndBusinessError(Status status, int number, Integer jsCode) {
    assertThat(status.number()).isEqualTo(number);
    assertThat(status.jsCode().isPresent() ? status.jsCode().getAsInt() : null).isEqualTo(jsCode);
    assertThat(Status.ofNumber(number)).contains(status);
  }

  @ParameterizedTest(name = "{0} is {1} inside and reaches an app as {2}, {3}")
  @CsvSource({
    "OK, 0, SUCCESS, 0",
    "DB_ERROR, 27328512, DB_ERROR, 27459594",
    "BUSY, 27328513, DB_ERROR, 27459594",
    "NOT_FOUND, 27328514, NOT_FOUND, 27459591",
    "INVALID_ARGS, 27328515, INVALID_ARGUMENT, 27459585",
    "TIME_OUT, 27328516, TIME_OUT, 27459599",
    "NOT_SUPPORT, 27328517, NOT_SUPPORT, 27459601",
    "INVALID_PASSWD_OR_CORRUPTED_DB, 27328518, ERROR, 27459584",
    "OVER_MAX_LIMITS, 27328519, OVER_MAX_LIMITS, 27459617",
    "NO_PERMISSION, 27328521, ERROR, 27459584",
    "SCHEMA_MISMATCH, 27328523, ERROR, 27459584",
    "INVALID_VALUE_FIELDS, 27328526, INVALID_VALUE_FIELDS, 27459605",
    "INVALID_FIELD_TYPE, 27328527, INVALID_FIELD_TYPE, 27459606",
    "CONSTRAIN_VIOLATION, 27328528, CONSTRAIN_VIOLATION, 27459607",
    "INVALID_FORMAT, 27328529, INVALID_FORMAT, 27459608",
    "INVALID_QUERY_FORMAT, 27328534, INVALID_QUERY_FORMAT, 27459609",
    "INVALID_QUERY_FIELD, 27328535, INVALID_QUERY_FIELD, 27459610",
    "PERMISSION_CHECK_FORBID_SYNC, 27328536, ERROR, 27459584",
    "COMM_FAILURE, 27328538, ERROR, 27459584",
    "EKEYREVOKED_ERROR, 27328539, SECURITY_LEVEL_ERROR, 27459616",
    "SECURITY_OPTION_CHECK_ERROR, 27328540, SECURITY_LEVEL_ERROR, 27459616",
    "INTERCEPT_DATA_FAIL, 27328542, ERROR, 27459584",
    "LOG_OVER_LIMITS, 27328543, ERROR, 27459584",
    "NOT_ACTIVE, 27328547, ERROR, 27459584",
    "USER_CHANGED, 27328548, ERROR, 27459584",
    "RATE_LIMIT, 27328552, ERROR, 27459584",
  })
  void losesMostOfTheEnginesStatusOnTheWay(DbStatus engine, int inside, Status seen, int number) {
    assertThat(engine.number()).isEqualTo(inside);
    assertThat(engine.seenByApps()).isEqualTo(seen);
    assertThat(engine.seenByApps().number()).isEqualTo(number);
  }

  @Test
  void countsFourAsSuccess() {
    assertThat(Status.values())
        .filteredOn(Status::countsAsSuccess)
        .containsExactly(
            Status.SUCCESS,
            Status.STORE_NOT_OPEN,
            Status.STORE_ALREADY_SUBSCRIBE,
            Status.STORE_NOT_SUBSCRIBE);
  }

  @Test
  void coversEveryConstantOfBothTables() {
    assertThat(Status.values()).hasSize(43);
    assertThat(DbStatus.values()).hasSize(26);
  }

  @Test
  void givesNoNumberTwiceAndExplainsEach() {
    List<Status> all = Arrays.asList(Status.values());

    assertThat(all).extracting(Status::number).doesNotHaveDuplicates();
    assertThat(all).extracting(Status::meaning).allMatch(text -> !text.isBlank());
    assertThat(Status.ofNumber(12345)).isEmpty();
  }
}
