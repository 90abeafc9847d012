package dev.trustring.trust.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindReasonTest {
  @ParameterizedTest
  @CsvSource({
    "OK, 0, 0",
    "TIMEOUT, -20001, 11600101",
    "CONFIRM_TIMEOUT, -20002, 11600101",
    "AUTH_TYPE_UNSUPPORTED, -20018, 401",
    "SOURCE_BUSY, -20019, 11600103",
    "PEER_REJECTED, -20021, 11600101",
    "USER_CANCELLED, -20037, 11600101",
    "PIN_INPUT_CANCELLED, -20042, 11600101",
    "PIN_DISPLAY_CANCELLED, -20056, 11600101",
    "VERSION_INCOMPATIBLE, -20059, 11600101",
    "INPUT_INVALID, 96929749, 401",
    "NO_PERMISSION, 96929750, 201",
    "AUTHENTICATION_FAILED, 96929765, 11600101",
    "TARGET_UNKNOWN, 96929778, 11600101",
    "PIN_WRONG_TOO_OFTEN, 96929779, 11600101",
    "PROOF_MISMATCH, 96929832, 11600101",
    "ADD_GROUP_TIMEOUT, 96929819, 11600101",
    "INPUT_TIMEOUT, 96929820, 11600101",
    "NEXT_STATE_INVALID, 96929838, 11600101",
    "SESSION_CLOSED, 96929840, 11600101",
    "CAPABILITY_MISMATCH, 969298342, 11600101",
    "ALREADY_TRUSTED, 969298343, 0",
    "CONFIRM_NOT_SHOWN, 969298347, 11600101",
    "MESSAGE_UNREADABLE, 969298348, 11600101",
    "DEVICE_FROZEN, 969298355, 11600101",
    "ANTI_DISTURB, 969298357, 11600101",
    "SINK_BUSY, 969298364, 11600101",
    "CONSTRAINT_ENABLED, 969298366, 11600101",
  })
  void carriesThePlatformsNumbers(BindReason reason, int number, int jsNumber) {
    assertThat(reason.number()).isEqualTo(number);
    assertThat(reason.jsNumber()).isEqualTo(jsNumber);
  }

  @Test
  void isARegistryWithoutDuplicatesOrGaps() {
    BindReason[] all = BindReason.values();

    assertThat(Arrays.stream(all).map(BindReason::code)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(all).map(BindReason::number)).doesNotHaveDuplicates();
    assertThat(all).allMatch(reason -> !reason.meaning().isBlank() && !reason.remedy().isBlank());
    assertThat(all).filteredOn(BindReason::isSuccess).hasSize(2);
  }
}
