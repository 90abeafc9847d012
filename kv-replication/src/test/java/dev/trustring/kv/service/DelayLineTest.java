package dev.trustring.kv.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which delayed calls start together (kv-store §7.2). */
class DelayLineTest {
  private final DelayLine<String> line = new DelayLine<>();

  @ParameterizedTest(name = "after {0} ms one that is due {1} ms later: {2}")
  @CsvSource({
    "1000, 250, true",
    "1000, 251, false",
    "100, 50, true",
    "100, 51, false",
    "200, 50, true",
    "204, 51, true",
  })
  void startsThoseTogetherThatAreDueWithinAQuarterOfTheDelay(
      long delay, long later, boolean together) {
    waits("first", delay);
    waits("second", delay + later);

    assertThat(line.due("first").contains("second")).isEqualTo(together);
  }

  @Test
  void startsTheEarliestFirst() {
    waits("late", 1100);
    waits("early", 1000);

    assertThat(line.due("early")).containsExactly("early", "late");
  }

  @Test
  void startsACallOnce() {
    waits("first", 1000);
    waits("second", 1001);
    line.due("first");

    assertThat(line.due("second")).isEmpty();
  }

  @Test
  void leavesOthersWhereTheyAre() {
    waits("first", 1000);
    waits("second", 5000);
    line.due("first");

    assertThat(line.due("second")).containsExactly("second");
  }

  private void waits(String call, long millis) {
    line.join(call, Duration.ofMillis(millis), Instant.EPOCH);
  }
}
