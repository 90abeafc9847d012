package dev.trustring.trust.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The freeze ladder (trust-and-softbus §2.8). */
class FreezeHistoryTest {
  private FreezeHistory history = FreezeHistory.EMPTY;

  /** A failure at this second, and the freeze that it brings, in seconds; 0 for none. */
  private long failsAt(long second) {
    Instant now = Instant.ofEpochSecond(second);
    Optional<FreezeHistory.Freeze> freeze = history.freezeAfterFailure(now);
    history = history.failedAt(now);
    freeze.ifPresent(due -> history = history.frozen(due));
    return freeze.map(FreezeHistory.Freeze::length).orElse(Duration.ZERO).toSeconds();
  }

  private long frozenAt(long second) {
    return history.frozenFor(Instant.ofEpochSecond(second)).map(Duration::toSeconds).orElse(0L);
  }

  @Test
  void freezesForAMinuteAtTheThirdFailureInSixMinutes() {
    assertThat(failsAt(0)).isZero();
    assertThat(failsAt(100)).isZero();
    assertThat(failsAt(359)).isEqualTo(60);
    assertThat(frozenAt(359)).isEqualTo(60);
    assertThat(frozenAt(418)).isEqualTo(1);
    assertThat(frozenAt(419)).isZero();
  }

  @Test
  void forgivesFailuresThatAreFurtherApart() {
    failsAt(0);
    failsAt(200);

    assertThat(failsAt(360)).isZero();
  }

  @Test
  void needsThreeFailuresAgainAfterAFreeze() {
    failsAt(0);
    failsAt(1);
    failsAt(2);

    assertThat(failsAt(63)).isZero();
    assertThat(failsAt(64)).isZero();
    assertThat(failsAt(65)).isEqualTo(180);
  }

  @Test
  void climbsTheLadderToTenMinutesAndStaysThere() {
    List<Long> freezes = new ArrayList<>();
    long now = 0;
    for (int failure = 0; failure < 15; failure++) {
      long freeze = failsAt(++now);
      if (freeze > 0) {
        freezes.add(freeze);
        now += freeze;
      }
    }

    assertThat(freezes).containsExactly(60L, 180L, 300L, 600L, 600L);
  }

  @Test
  void forgetsWhatIsOlderThanTwentyMinutes() {
    failsAt(0);
    failsAt(1);
    failsAt(2);
    failsAt(1300);
    failsAt(1301);

    assertThat(failsAt(1302)).isEqualTo(60);
  }
}
