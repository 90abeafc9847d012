package dev.trustring.atm.permission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AplTest {
  @ParameterizedTest
  @CsvSource({
    "NORMAL, NORMAL, true",
    "NORMAL, SYSTEM_BASIC, false",
    "NORMAL, SYSTEM_CORE, false",
    "SYSTEM_BASIC, NORMAL, true",
    "SYSTEM_BASIC, SYSTEM_BASIC, true",
    "SYSTEM_BASIC, SYSTEM_CORE, false",
    "SYSTEM_CORE, SYSTEM_CORE, true"
  })
  void reachesItsOwnLevelAndThoseBelow(Apl app, Apl needed, boolean reaches) {
    assertThat(app.reaches(needed)).isEqualTo(reaches);
  }

  @ParameterizedTest
  @CsvSource({"normal, NORMAL, 1", "system_basic, SYSTEM_BASIC, 2", "system_core, SYSTEM_CORE, 3"})
  void isWrittenAsInAProfile(String word, Apl apl, int code) {
    assertThat(Apl.parse(word)).contains(apl);
    assertThat(apl.word()).isEqualTo(word);
    assertThat(apl.code()).isEqualTo(code);
  }

  @Test
  void refusesAnyOtherWord() {
    assertThat(Apl.parse("NORMAL")).isEmpty();
    assertThat(Apl.parse("system")).isEmpty();
  }
}
