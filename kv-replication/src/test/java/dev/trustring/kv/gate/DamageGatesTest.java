package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.store.SecurityLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** G14, R13 and R14 of a store whose file is damaged (kv-store §6). */
class DamageGatesTest {

  @ParameterizedTest
  @EnumSource(
      value = TaskMode.class,
      names = {"PUSH", "PULL", "PUSH_AND_PULL", "RESPONSE_PULL"})
  void deniesEveryAttemptOfADeviceThatCannotReadItsFile(TaskMode mode) {
    AttemptFixture attempt = anAttempt().from(aPhone().withADamagedFile()).in(mode);

    assertThat(attempt.asks("G14").stop()).contains(DenyReason.FILE_DAMAGED);
  }

  @Test
  void deniesRowsThatCannotBeSaved() {
    assertThat(towardsADamagedTablet().asks("R13").stop()).contains(DenyReason.FILE_DAMAGED);
  }

  @Test
  void deniesAPullOfWhatCannotBeRead() {
    AttemptFixture pull = towardsADamagedTablet().in(TaskMode.PULL);

    assertThat(pull.asks("R13").word()).isEqualTo("skipped");
    assertThat(pull.asks("R14").stop()).contains(DenyReason.FILE_DAMAGED);
  }

  @Test
  void namesTheDamageBeforeTheLock() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withADamagedFile().withItsScreenLocked())
            .withLabel(SecurityLabel.S3);

    assertThat(attempt.asks("G14").stop()).contains(DenyReason.FILE_DAMAGED);
  }

  private static AttemptFixture towardsADamagedTablet() {
    return anAttempt().towards(aTablet().withADamagedFile());
  }
}
