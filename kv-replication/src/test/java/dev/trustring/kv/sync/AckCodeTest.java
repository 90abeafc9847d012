package dev.trustring.kv.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.kv.decision.DenyReason;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AckCodeTest {

  @ParameterizedTest(name = "{0} is answered {1}")
  @CsvSource({
    "RANGE_DISJOINT, NOT_PERMIT",
    "PERMISSION_NOT_DECLARED, NOT_PERMIT",
    "PERMISSION_NOT_GRANTED, NOT_PERMIT",
    "LABELS_DIFFER, SECURITY_OPTION_CHECK_ERROR",
    "LEVEL_TOO_LOW, SECURITY_OPTION_CHECK_ERROR",
    "NO_TEE, SECURITY_OPTION_CHECK_ERROR",
    "CLOCKS_DISAGREE, NEED_TIME_SYNC",
    "ABILITY_MISSING, NEED_ABILITY_SYNC",
    "WATERMARK_AHEAD, LOCAL_WATER_MARK_NOT_INIT",
    "SAVE_FAILED, BUSY",
    "KEY_GONE, EKEYREVOKED",
    "FILE_DAMAGED, INVALID_PASSWD_OR_CORRUPTED_DB",
    "SCHEMAS_DIFFER, SCHEMA_MISMATCH",
    "QUERY_NOT_SUPPORTED, NOT_SUPPORT",
    "QUERY_FIELD_UNKNOWN, INVALID_QUERY_FIELD",
    "QUERY_MALFORMED, INVALID_QUERY_FORMAT",
    "SUBSCRIPTIONS_FULL, MAX_LIMITS",
  })
  void answersWhatAReceiverSaysAloud(DenyReason reason, AckCode code) {
    assertThat(AckCode.of(reason)).isEqualTo(code);
  }

  @Test
  void neverAnswersAnyOtherReasonWithACode() {
    Set<DenyReason> answered =
        EnumSet.of(
            DenyReason.RANGE_DISJOINT,
            DenyReason.PERMISSION_NOT_DECLARED,
            DenyReason.PERMISSION_NOT_GRANTED,
            DenyReason.LABELS_DIFFER,
            DenyReason.LEVEL_TOO_LOW,
            DenyReason.NO_TEE,
            DenyReason.CLOCKS_DISAGREE,
            DenyReason.ABILITY_MISSING,
            DenyReason.WATERMARK_AHEAD,
            DenyReason.SAVE_FAILED,
            DenyReason.KEY_GONE,
            DenyReason.FILE_DAMAGED,
            DenyReason.SCHEMAS_DIFFER,
            DenyReason.QUERY_NOT_SUPPORTED,
            DenyReason.QUERY_FIELD_UNKNOWN,
            DenyReason.QUERY_MALFORMED,
            DenyReason.SUBSCRIPTIONS_FULL);

    assertThat(EnumSet.complementOf(EnumSet.copyOf(answered)))
        .hasSize(25)
        .allSatisfy(
            reason ->
                assertThatThrownBy(() -> AckCode.of(reason))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("not answered"));
  }

  @ParameterizedTest(name = "{0} lets the task go on")
  @CsvSource({"OK", "NEED_TIME_SYNC", "NEED_ABILITY_SYNC", "LOCAL_WATER_MARK_NOT_INIT"})
  void endsNoTaskWithWhatCanBeRepeated(AckCode code) {
    assertThat(code.ends()).isEmpty();
  }
}
