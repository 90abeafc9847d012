package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.level.DeviceLevel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G13 and R9: the table of labels and levels. */
class LevelGatesTest {

  @ParameterizedTest(name = "{0} on SL1 to SL5: {1}")
  @CsvSource({
    "S0, yes yes yes yes yes",
    "S1, yes yes yes yes yes",
    "S2, no  yes yes yes yes",
    "S3, no  no  yes yes yes",
    "S4, no  no  no  yes yes",
  })
  void holdsOnlyWhatTheLevelMayHold(SecurityLabel label, String row) {
    List<String> answers =
        Arrays.stream(DeviceLevel.values()).map(level -> answer(label, level)).toList();

    assertThat(answers).containsExactly(row.split(" +"));
  }

  @ParameterizedTest(name = "{0} towards a device of unknown level: {1}")
  @CsvSource({"S0, pass", "S1, pass", "S2, unknown", "S3, unknown", "S4, unknown"})
  void countsAnUnknownLevelAsTheLowest(SecurityLabel label, String word) {
    AttemptFixture attempt = anAttempt().towards(aWatch().ofUnknownLevel()).withLabel(label);

    assertThat(attempt.asks("G13").word()).isEqualTo(word);
    assertThat(attempt.asks("R9").word()).isEqualTo(word);
  }

  @Test
  void stopsUnderTheAssumptionAndNamesWhatIsMissing() {
    Verdict verdict =
        anAttempt().towards(aWatch().ofUnknownLevel()).withLabel(SecurityLabel.S2).asks("G13");

    assertThat(verdict.stop()).contains(DenyReason.LEVEL_TOO_LOW);
    assertThat(((Verdict.Unknown) verdict).missing()).isEqualTo(FactKey.level(aWatch().name()));
  }

  @ParameterizedTest(name = "{0} towards a device that is still proving its level: {1}")
  @CsvSource({"S1, pass", "S2, deny", "S4, deny"})
  void countsALevelThatHasNotComeYetAsTheLowest(SecurityLabel label, String word) {
    AttemptFixture attempt =
        anAttempt().towards(aWatch().atLevel(DeviceLevel.SL5).provingItsLevel()).withLabel(label);

    assertThat(attempt.asks("G13").word()).isEqualTo(word);
    assertThat(attempt.asks("R9").word()).isEqualTo("pass");
  }

  @Test
  void saysThatTheLevelIsStillToCome() {
    Verdict verdict =
        anAttempt().towards(aWatch().provingItsLevel()).withLabel(SecurityLabel.S2).asks("G13");

    assertThat(verdict.stop()).contains(DenyReason.LEVEL_TOO_LOW);
    assertThat(verdict.evidence())
        .extracting(Evidence::says)
        .containsExactly("watch states no level, is asked for it and has not proven one yet");
  }

  @Test
  void saysWhichLevelWouldDo() {
    Verdict verdict = anAttempt().towards(aWatch()).withLabel(SecurityLabel.S4).asks("G13");

    assertThat(verdict.evidence())
        .extracting(Evidence::says)
        .containsExactly("S4 needs SL4 or above", "watch is SL1");
  }

  @Test
  void doesNotLookAtTheLevelOfTheSender() {
    AttemptFixture attempt =
        anAttempt().from(aPhone().atLevel(DeviceLevel.SL1)).withLabel(SecurityLabel.S3);

    assertThat(attempt.asks("G13").word()).isEqualTo("pass");
    assertThat(attempt.asks("R9").word()).isEqualTo("pass");
  }

  @Test
  void hasNothingToCompareWithoutAStore() {
    AttemptFixture attempt = anAttempt().from(aPhone().withoutTheStore());

    assertThat(attempt.asks("G13").word()).isEqualTo("skipped");
    assertThat(attempt.asks("R9").word()).isEqualTo("skipped");
  }

  private static String answer(SecurityLabel label, DeviceLevel level) {
    AttemptFixture attempt = anAttempt().towards(aWatch().atLevel(level)).withLabel(label);
    Verdict sending = attempt.asks("G13");
    Verdict receiving = attempt.asks("R9");
    assertThat(receiving.stop()).isEqualTo(sending.stop());
    sending.stop().ifPresent(why -> assertThat(why).isEqualTo(DenyReason.LEVEL_TOO_LOW));
    return sending.word().equals("pass") ? "yes" : "no";
  }
}
