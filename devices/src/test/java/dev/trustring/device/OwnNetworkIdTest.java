package dev.trustring.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.identity.Udid;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a device makes itself a new networkId, by trust-and-softbus §5.4. */
class OwnNetworkIdTest {

  private static final Udid UDID = Udid.of(new DeviceName("phone"));
  private static final Instant BOOT = Instant.EPOCH;
  private static final Instant OLD = BOOT.plus(Duration.ofDays(7));
  private static final OwnNetworkId FIRST = OwnNetworkId.atBoot(UDID, 2, BOOT);

  @Test
  void isThatOfTheBootUntilItIsRotated() {
    assertThat(FIRST.id()).isEqualTo(NetworkId.of(UDID, 2));
  }

  @Test
  void livesForSevenDays() {
    assertThat(FIRST.check(OLD.minusMillis(1), true).id()).isEqualTo(FIRST.id());
    assertThat(FIRST.check(OLD, true).id()).isNotEqualTo(FIRST.id());
  }

  @Test
  void isNotRotatedWhileAnotherDeviceIsOnline() {
    assertThat(FIRST.check(OLD, false)).isEqualTo(FIRST);
  }

  @Test
  void isCheckedNoSoonerThanFiveMinutesAfterTheLastCheck() {
    OwnNetworkId checked = FIRST.check(OLD.minusSeconds(1), true);

    assertThat(checked.check(OLD.plusSeconds(298), true)).isEqualTo(checked);
    assertThat(checked.check(OLD.plusSeconds(299), true).id()).isNotEqualTo(FIRST.id());
  }

  @Test
  void isAnotherAfterEachRotation() {
    OwnNetworkId second = FIRST.check(OLD, true);
    OwnNetworkId third = second.check(OLD.plus(Duration.ofDays(7)), true);

    assertThat(second.check(OLD.plus(Duration.ofDays(6)), true).id()).isEqualTo(second.id());
    assertThat(third.id()).isNotEqualTo(second.id()).isNotEqualTo(FIRST.id());
    assertThat(third.id()).isNotEqualTo(OwnNetworkId.atBoot(UDID, 3, BOOT).id());
  }
}
