package dev.trustring.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.Origin;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputErrorTest {

  private static final Origin PLACE = new Origin("scenarios/home.yaml", 31, 12);

  @Test
  void tellsPlaceProblemExpectationAndNearestWord() {
    InputError error =
        InputError.unknown(PLACE, "level", "SL9", List.of("SL1", "SL2", "SL3", "SL4", "SL5"));

    assertThat(error)
        .hasToString(
            "scenarios/home.yaml:31:12: unknown level 'SL9'; expected one of"
                + " SL1, SL2, SL3, SL4, SL5"
                + " (did you mean SL5?)");
    assertThat(error.problem()).isEqualTo("unknown level 'SL9'");
    assertThat(error.nearest()).contains("SL5");
  }

  @Test
  void staysInOneLineWhateverTheFileSays() {
    InputError error =
        InputError.unknown(PLACE, "key", "a\nb\u202Ec\u0000\u2028" + "x".repeat(500), List.of("k"));

    assertThat(error.getMessage().lines()).hasSize(1);
    assertThat(error.getMessage())
        .contains("'a\\u000ab\\u202ec\\u0000\\u2028xxx")
        .hasSizeLessThan(200);
  }

  @Test
  void showsAFewOfManyWords() {
    List<String> many = IntStream.range(0, 1000).mapToObj(i -> "device-" + i).toList();

    assertThat(InputError.unknown(PLACE, "device", "zzz", many).expected().orElseThrow())
        .endsWith("device-11 and 988 more");
  }
}
