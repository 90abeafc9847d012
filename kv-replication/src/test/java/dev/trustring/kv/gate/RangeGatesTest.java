package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G7-range and R8-range: what this side supports against what the other side is. */
class RangeGatesTest {
  private static final List<String> NONE = List.of();

  @Test
  void passesWhereNobodySetARange() {
    assertThat(anAttempt().asks("G7-range").word()).isEqualTo("pass");
    assertThat(anAttempt().asks("R8-range").word()).isEqualTo("pass");
  }

  @ParameterizedTest(name = "phone is {0} and supports {1}, tablet is {2} and supports {3}")
  @CsvSource({
    "'',    work,  home,  home",
    "work,  '',    home,  home",
    "work,  work,  '',    home",
    "work,  work,  home,  ''",
  })
  void passesWhereOneListIsEmpty(String local, String supports, String peers, String peerSupports) {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withRange(labels(local), labels(supports)))
            .towards(aTablet().withRange(labels(peers), labels(peerSupports)));

    assertThat(attempt.asks("G7-range").word()).isEqualTo("pass");
    assertThat(attempt.asks("R8-range").word()).isEqualTo("pass");
  }

  @Test
  void deniesOnBothSidesWhereNoLabelMeets() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withRange(List.of("work"), List.of("work")))
            .towards(aTablet().withRange(List.of("home"), List.of("home")));

    assertThat(attempt.asks("G7-range").stop()).contains(DenyReason.RANGE_DISJOINT);
    assertThat(attempt.asks("R8-range").stop()).contains(DenyReason.RANGE_DISJOINT);
  }

  @Test
  void passesOnTheSenderAndFailsOnTheReceiver() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withRange(List.of("work"), List.of("home", "car")))
            .towards(aTablet().withRange(List.of("home"), List.of("car")));

    assertThat(attempt.asks("G7-range").word()).isEqualTo("pass");
    assertThat(attempt.asks("R8-range").stop()).contains(DenyReason.RANGE_DISJOINT);
  }

  @Test
  void failsOnTheSenderAndPassesOnTheReceiver() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withRange(List.of("car"), List.of("car")))
            .towards(aTablet().withRange(List.of("home"), List.of("car", "work")));

    Verdict sender = attempt.asks("G7-range");

    assertThat(sender.stop()).contains(DenyReason.RANGE_DISJOINT);
    assertThat(sender.evidence().get(0).says())
        .isEqualTo("phone supports [car], the peer is [home]");
    assertThat(attempt.asks("R8-range").word()).isEqualTo("pass");
  }

  private static List<String> labels(String word) {
    return word.isEmpty() ? NONE : List.of(word);
  }
}
