package dev.trustring.atm.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtmErrorTest {
  private static final int INNER_BASE = 12100000;

  @ParameterizedTest
  @CsvSource({
    "1, 1", "4, 2", "7, 3", "8, 4", "9, 4", "10, 5", "11, 6", "12, 7", "13, 8", "16, 15", "17, 7",
    "18, 7", "19, 7", "33, 14", "2, 9", "3, 9", "5, 9", "6, 9", "14, 9", "15, 9", "20, 9", "21, 9",
    "22, 9", "23, 9", "24, 9", "25, 9", "26, 9", "27, 9", "28, 9", "29, 9", "30, 9", "31, 9",
    "32, 9"
  })
  void foldsInnerNumbersIntoPublicOnes(int inner, int js) {
    AtmError error =
        Arrays.stream(AtmError.values())
            .filter(candidate -> candidate.innerCode() == INNER_BASE + inner)
            .findFirst()
            .orElseThrow();

    assertThat(error.jsCode()).isEqualTo(INNER_BASE + js);
  }

  @Test
  void leavesTheCallerErrorsAsTheyAre() {
    assertThat(AtmError.PERMISSION_DENIED.jsCode()).isEqualTo(201);
    assertThat(AtmError.NOT_SYSTEM_APP.jsCode()).isEqualTo(202);
  }

  @Test
  void givesEachErrorANumberOfItsOwnAndEachRefusalAReason() {
    assertThat(AtmError.values()).extracting(AtmError::innerCode).doesNotHaveDuplicates();
    assertThat(AtmRefusal.values()).extracting(AtmRefusal::reason).doesNotHaveDuplicates();
  }
}
