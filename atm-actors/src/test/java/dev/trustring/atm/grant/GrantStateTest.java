package dev.trustring.atm.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.permission.PermissionName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantStateTest {
  @ParameterizedTest(name = "stored {0} with flags {1} verifies {2}")
  @CsvSource({
    "true, 2, true",
    "false, 2, false",
    "true, 514, false",
    "false, 16, true",
    "false, 528, false",
    "true, 516, false"
  })
  void verifiesThePolicyFirstThenTheComponentThenTheStatus(
      boolean stored, int flags, boolean verified) {
    assertThat(new GrantState(stored, flags).effectivelyGranted()).isEqualTo(verified);
  }

  @Test
  void hidesThePreAuthorizationBit() {
    assertThat(new GrantState(false, 10).visibleFlags()).isEqualTo(2);
    assertThat(new GrantState(true, 8).visibleFlags()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "READ_PASTEBOARD, true",
    "APPROXIMATELY_LOCATION, true",
    "LOCATION, true",
    "LOCATION_IN_BACKGROUND, true",
    "CAMERA, true",
    "MICROPHONE, true",
    "CUSTOM_SCREEN_CAPTURE, true",
    "DISTRIBUTED_DATASYNC, false",
    "READ_CONTACTS, false"
  })
  void offersThisTimeOnlyForAFewPermissions(String name, boolean offered) {
    assertThat(ThisTimeOnly.isOfferedFor(PermissionName.of(name))).isEqualTo(offered);
  }
}
