package dev.trustring.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> WORDS =
      List.of("SL1", "SL2", "SL5", "wifi", "bluetooth", "notes", "PUSH_ONLY");

  @ParameterizedTest
  @CsvSource({
    "SL9, SL5",
    "SL0, SL1",
    "wfii, wifi",
    "blutooth, bluetooth",
    "noets, notes",
    "push_only, PUSH_ONLY"
  })
  void findsTheWordThatWasMeant(String written, String meant) {
    assertThat(Nearest.to(written, WORDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"cellular", "x", "SL99999", "diary"})
  void findsNothingWhenNothingIsNear(String written) {
    assertThat(Nearest.to(written, WORDS)).isEmpty();
  }

  @Test
  void countsASwapOfNeighboursAsOneEdit() {
    assertThat(Nearest.distance("abcd", "abdc")).isEqualTo(1);
    assertThat(Nearest.distance("abcd", "badc")).isEqualTo(2);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }
}
