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
    "NOT_FOUND, 27459591, 15100004",
    "STORE_META_CHANGED, 27459592, 15100002",
    "DB_ERROR, 27459594,",
    "NETWORK_ERROR, 27459595,",
    "PERMISSION_DENIED, 27459596, 202",
    "CRYPT_ERROR, 27459598, 15100003",
    "TIME_OUT, 27459599,",
    "NOT_SUPPORT, 27459601,",
    "SCHEMA_MISMATCH, 27459602,",
    "INVALID_SCHEMA, 27459603,",
    "INVALID_VALUE_FIELDS, 27459605,",
    "INVALID_FIELD_TYPE, 27459606,",
    "CONSTRAIN_VIOLATION, 27459607,",
    "INVALID_FORMAT, 27459608,",
    "INVALID_QUERY_FORMAT, 27459609,",
    "INVALID_QUERY_FIELD, 27459610,",
    "SECURITY_LEVEL_ERROR, 27459616,",
    "OVER_MAX_LIMITS, 27459617, 15100001",
    "ALREADY_CLOSED, 27459618, 15100005",
    "DATA_CORRUPTED, 27459620, 15100003",
    "DEVICE_NOT_ONLINE, 27459627,",
  })
  void hasThePlatformsNumberAndBusinessError(Status status, int number, Integer jsCode) {
    assertThat(status.number()).isEqualTo(number);
    assertThat(status.jsCode().isPresent() ? status.jsCode().getAsInt() : null).isEqualTo(jsCode);
    assertThat(Status.ofNumber(number)).contains(status);
  }

  @ParameterizedTest(name = "{0} reaches an app as {1}, {2}")
  @CsvSource({
    "OK, SUCCESS, 0",
    "DB_ERROR, DB_ERROR, 27459594",
    "BUSY, DB_ERROR, 27459594",
    "NOT_FOUND, NOT_FOUND, 27459591",
    "INVALID_ARGS, INVALID_ARGUMENT, 27459585",
    "TIME_OUT, TIME_OUT, 27459599",
    "NOT_SUPPORT, NOT_SUPPORT, 27459601",
    "SCHEMA_MISMATCH, ERROR, 27459584",
    "INVALID_QUERY_FORMAT, INVALID_QUERY_FORMAT, 27459609",
    "INVALID_QUERY_FIELD, INVALID_QUERY_FIELD, 27459610",
    "PERMISSION_CHECK_FORBID_SYNC, ERROR, 27459584",
    "COMM_FAILURE, ERROR, 27459584",
    "EKEYREVOKED_ERROR, SECURITY_LEVEL_ERROR, 27459616",
    "SECURITY_OPTION_CHECK_ERROR, SECURITY_LEVEL_ERROR, 27459616",
    "INTERCEPT_DATA_FAIL, ERROR, 27459584",
    "NOT_ACTIVE, ERROR, 27459584",
  })
  void losesMostOfTheEnginesStatusOnTheWay(DbStatus engine, Status seen, int number) {
    assertThat(engine.seenByApps()).isEqualTo(seen);
    assertThat(engine.seenByApps().number()).isEqualTo(number);
  }

  @Test
  void coversEveryConstantOfBothTables() {
    assertThat(Status.values()).hasSize(27);
    assertThat(DbStatus.values()).hasSize(16);
  }

  @Test
  void givesNoNumberTwiceAndExplainsEach() {
    List<Status> all = Arrays.asList(Status.values());

    assertThat(all).extracting(Status::number).doesNotHaveDuplicates();
    assertThat(all).extracting(Status::meaning).allMatch(text -> !text.isBlank());
    assertThat(Status.ofNumber(12345)).isEmpty();
  }
}
