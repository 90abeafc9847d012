package dev.trustring.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceClockTest {

  private static final Instant TRUTH = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final DeviceClock clock = new DeviceClock(() -> TRUTH, Duration.ofSeconds(90));

  @Test
  void showsTrueTimeAndWhatItIsOff() {
    assertThat(clock.instant()).isEqualTo(TRUTH.plusSeconds(90));
  }

  @Test
  void showsAgainWhatItShowedWhenASkewHeals() {
    clock.skew(HOUR);
    clock.skew(HOUR.negated());

    assertThat(clock.instant()).isEqualTo(TRUTH.plusSeconds(90));
  }

  @Test
  void neverLetsTheDataServiceRunBackwards() {
    Instant before = clock.engine().instant();

    clock.skew(HOUR.negated());

    assertThat(clock.instant()).isBefore(before);
    assertThat(clock.engine().instant()).isEqualTo(before);
  }
}
