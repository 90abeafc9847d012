package dev.trustring.kv.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trustring.atm.token.BundleName;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small values of a store. */
class StoreWordsTest {

  @ParameterizedTest(name = "{0} has level {1} and is {2} to apps")
  @CsvSource({"S0, 0, 1", "S1, 1, 2", "S2, 2, 3", "S3, 3, 5", "S4, 4, 6"})
  void numbersTheLabels(SecurityLabel label, int level, int jsNumber) {
    assertThat(label.dataLevel()).isEqualTo(level);
    assertThat(label.jsNumber()).isEqualTo(jsNumber);
    assertThat(SecurityLabel.parse(label.name())).contains(label);
  }

  @Test
  void offersAppsFourLabels() {
    assertThat(SecurityLabel.wordsForApps()).containsExactly("S1", "S2", "S3", "S4");
    assertThat(SecurityLabel.parse("s3")).isEmpty();
  }

  @Test
  void takesLettersDigitsAndUnderscoresForAStoreId() {
    assertThat(StoreId.isLegal("Notes_2")).isTrue();
    assertThat(StoreId.isLegal("n".repeat(128))).isTrue();
    assertThat(StoreId.isLegal("n".repeat(129))).isFalse();
    assertThat(StoreId.isLegal("")).isFalse();
    assertThat(StoreId.isLegal("my-notes")).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new StoreId("a b"));
  }

  @Test
  void tellsAppsApartByTheirSigning() {
    BundleName notes = new BundleName("com.example.notes");

    assertThat(AppId.of(notes, "a")).isEqualTo(AppId.of(notes, "a"));
    assertThat(AppId.of(notes, "a")).isNotEqualTo(AppId.of(notes, "b"));
    assertThat(AppId.of(notes, "a")).isNotEqualTo(AppId.of(new BundleName("com.x"), "a"));
    assertThat(AppId.of(notes, "a").value()).matches("[0-9a-f]{64}");
  }

  @Test
  void countsEngineTimeInUnitsOfAHundredNanoseconds() {
    assertThat(EngineTime.of(Instant.EPOCH.plusMillis(1))).isEqualTo(10_000);
    assertThat(EngineTime.of(Instant.ofEpochSecond(2, 1_250))).isEqualTo(20_000_012);
  }
}
