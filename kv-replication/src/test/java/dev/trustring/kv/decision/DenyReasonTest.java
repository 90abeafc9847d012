package dev.trustring.kv.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.status.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DenyReasonTest {

  @Test
  void hasOneCodeForEachReason() {
    assertThat(DenyReason.values())
        .extracting(DenyReason::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
  }

  @ParameterizedTest
  @EnumSource(DenyReason.class)
  void saysWhatItMeansAndWhatHelps(DenyReason reason) {
    assertThat(reason.meaning()).isNotBlank();
    assertThat(reason.remedy()).isNotBlank();
    assertThat(DenyReason.parse(reason.code())).contains(reason);
  }

  @Test
  void knowsNoOtherCode() {
    assertThat(DenyReason.parse("no-such-reason")).isEmpty();
  }

  @ParameterizedTest(name = "{0} throws {1}")
  @CsvSource({
    "CALLER_NOT_OWNER, PERMISSION_DENIED",
    "APP_CLONE, NOT_SUPPORT",
    "NOT_IN_RING, DEVICE_NOT_ONLINE",
    "PEER_OFFLINE, DEVICE_NOT_ONLINE",
  })
  void throwsWhatTheCallFindsOutByItself(DenyReason reason, Status status) {
    assertThat(reason.consequence()).isEqualTo(new Consequence.Throws(status));
  }

  @ParameterizedTest(name = "{0} is reported as {1}")
  @CsvSource({
    "RANGE_DISJOINT, PERMISSION_CHECK_FORBID_SYNC",
    "PERMISSION_NOT_DECLARED, PERMISSION_CHECK_FORBID_SYNC",
    "PERMISSION_NOT_GRANTED, PERMISSION_CHECK_FORBID_SYNC",
    "NO_PERMITTED_USER, COMM_FAILURE",
    "LINK_DOWN, COMM_FAILURE",
    "NO_TIME_ANSWER, TIME_OUT",
    "NO_ABILITY_ANSWER, TIME_OUT",
    "LABELS_DIFFER, SECURITY_OPTION_CHECK_ERROR",
    "SCHEMAS_DIFFER, SCHEMA_MISMATCH",
    "QUERY_NOT_SUPPORTED, NOT_SUPPORT",
    "QUERY_FIELD_UNKNOWN, INVALID_QUERY_FIELD",
    "QUERY_MALFORMED, INVALID_QUERY_FORMAT",
    "SUBSCRIPTIONS_FULL, OVER_MAX_LIMITS",
    "LEVEL_TOO_LOW, SECURITY_OPTION_CHECK_ERROR",
    "FRAME_LOST, TIME_OUT",
    "SENDER_UNKNOWN, TIME_OUT",
    "RECEIVER_REFUSES_USER, TIME_OUT",
    "STORE_ABSENT, COMM_FAILURE",
    "OTHER_SIGNING, COMM_FAILURE",
    "SAVE_FAILED, BUSY",
    "OUTGOING_FORBIDDEN, OK",
    "STORE_CLOSING, OK",
  })
  void reportsWhatTheEngineFindsOut(DenyReason reason, DbStatus status) {
    assertThat(reason.consequence()).isEqualTo(new Consequence.Reports(status));
  }

  @Test
  void leavesTheAppInSilenceOnlyUnderTheArticleAndWhereItDidNotCall() {
    assertThat(List.of(DenyReason.values()))
        .filteredOn(reason -> reason.consequence() instanceof Consequence.SaysNothing)
        .containsExactly(DenyReason.NO_PARTNER, DenyReason.NO_TEE);
  }

  @Test
  void throwsNamesWhereThereIsNoStoreToCall() {
    assertThat(List.of(DenyReason.values()))
        .filteredOn(reason -> reason.consequence() instanceof Consequence.ThrowsNamed)
        .containsExactlyInAnyOrder(
            DenyReason.STORE_NOT_OPENED,
            DenyReason.OPEN_UNDECLARED,
            DenyReason.OPEN_UNGRANTED,
            DenyReason.DATA_GROUP_MISMATCH,
            DenyReason.DATA_GROUP_SIGNING);
  }
}
