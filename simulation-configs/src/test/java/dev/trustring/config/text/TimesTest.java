package dev.trustring.config.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.kv.decision.Origin;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "1s, PT1S",
    "250ms, PT0.25S",
    "2m, PT2M",
    "1h, PT1H",
    "1d, PT24H",
    "-5m, PT-5M",
    "+90s, PT1M30S",
    "1.5s, PT1.5S",
    "0.5ms, PT0.0005S",
    "0s, PT0S"
  })
  void readsSpans(String text, Duration span) {
    assertThat(Times.span(text(text), Times.LONGEST.negated(), Times.LONGEST)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "s", "1 s", "1us", "1s1m", "--1s", "1.s", "1e3s", "9999999999999s", "1S"})
  void refusesOtherTexts(String text) {
    assertThatThrownBy(() -> Times.span(text(text), Duration.ZERO, Times.LONGEST))
        .isInstanceOf(InputError.class)
        .hasMessageEndingWith("; expected a time such as 250ms, 1s, 2m, 1h or 1d");
  }

  @Test
  void keepsWithinTheLimits() {
    assertThat(Times.span(text("366d"), Duration.ZERO, Times.LONGEST)).isEqualTo(Times.LONGEST);
    assertThatThrownBy(() -> Times.span(text("366.001d"), Duration.ZERO, Times.LONGEST))
        .hasMessageEndingWith("expected a time from 0s to 366d");
    assertThatThrownBy(() -> Times.span(text("999999999999d"), Duration.ZERO, Times.LONGEST))
        .isInstanceOf(InputError.class);
  }

  @Test
  void readsRanges() {
    assertThat(Times.range(text("1ms..5ms"), Duration.ZERO, Times.LONGEST))
        .isEqualTo(new Times.Range(Duration.ofMillis(1), Duration.ofMillis(5)));
    assertThat(Times.range(text("3ms"), Duration.ZERO, Times.LONGEST).max())
        .isEqualTo(Duration.ofMillis(3));
    assertThatThrownBy(() -> Times.range(text("1ms..2ms..3ms"), Duration.ZERO, Times.LONGEST))
        .isInstanceOf(InputError.class);
  }

  private static Node text(String text) {
    return new Node.Scalar(new Origin("f", 1, 1), Node.Kind.TEXT, text);
  }
}
