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

/** G14 and R14: the key of an S3 store goes with the lock (kv-store §5.4). */
class LockGatesTest {

  @Test
  void deniesToSendWhatCannotBeRead() {
    assertThat(fromALockedPhone(SecurityLabel.S3).asks("G14").stop()).contains(DenyReason.KEY_GONE);
  }

  @ParameterizedTest
  @EnumSource(
      value = SecurityLabel.class,
      names = {"S1", "S2", "S4"})
  void doesNotMindTheLockForAnyOtherLabel(SecurityLabel label) {
    assertThat(fromALockedPhone(label).asks("G14").word()).isEqualTo("pass");
  }

  @Test
  void sendsFromAnUnlockedPhone() {
    assertThat(anAttempt().withLabel(SecurityLabel.S3).asks("G14").word()).isEqualTo("pass");
  }

  @Test
  void readsNothingOnTheDeviceThatPulls() {
    assertThat(fromALockedPhone(SecurityLabel.S3).in(TaskMode.PULL).asks("G14").word())
        .isEqualTo("skipped");
  }

  @Test
  void deniesAPullOfWhatCannotBeRead() {
    AttemptFixture pull = towardsALockedTablet().in(TaskMode.PULL);

    assertThat(pull.asks("R14").stop()).contains(DenyReason.KEY_GONE);
    assertThat(pull.asks("R15").stop()).isEmpty();
  }

  @Test
  void takesAPushWhileItCannotBeRead() {
    assertThat(towardsALockedTablet().asks("R13").word()).isEqualTo("pass");
    assertThat(towardsALockedTablet().asks("R14").word()).isEqualTo("skipped");
  }

  private static AttemptFixture fromALockedPhone(SecurityLabel label) {
    return anAttempt().from(aPhone().withItsScreenLocked()).withLabel(label);
  }

  private static AttemptFixture towardsALockedTablet() {
    return anAttempt().towards(aTablet().withItsScreenLocked()).withLabel(SecurityLabel.S3);
  }
}
