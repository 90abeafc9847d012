package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.DeviceFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.level.DeviceLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G13 and R9 as the article has them: S3 and S4 ask for hardware, and for no level. */
class TeeGatesTest {

  @ParameterizedTest(name = "{0}: with a TEE {1}, without {2}, unstated {3}")
  @CsvSource({
    "S1, pass, pass, pass",
    "S2, pass, pass, pass",
    "S3, pass, deny, unknown",
    "S4, pass, deny, unknown",
  })
  void asksForHardwareFromS3On(SecurityLabel label, String with, String without, String unstated) {
    assertThat(answer(label, aWatch().withTee(true))).isEqualTo(with);
    assertThat(answer(label, aWatch().withTee(false))).isEqualTo(without);
    assertThat(answer(label, aWatch().ofUnknownHardware())).isEqualTo(unstated);
  }

  @Test
  void doesNotCareForTheLevel() {
    AttemptFixture attempt =
        underTheArticle(SecurityLabel.S4, aWatch().withTee(true).atLevel(DeviceLevel.SL1));

    assertThat(attempt.asks("G13").word()).isEqualTo("pass");
  }

  @Test
  void stopsForTheHardwareAndNamesTheFact() {
    Verdict verdict = underTheArticle(SecurityLabel.S3, aWatch().ofUnknownHardware()).asks("R9");

    assertThat(verdict.stop()).contains(DenyReason.NO_TEE);
    assertThat(((Verdict.Unknown) verdict).missing()).isEqualTo(FactKey.tee(aWatch().name()));
  }

  @Test
  void hasNothingToCompareWithoutAStore() {
    AttemptFixture attempt = anAttempt().under(RuleSet.ARTICLE).from(aPhone().withoutTheStore());

    assertThat(attempt.asks("G13").word()).isEqualTo("skipped");
  }

  private static String answer(SecurityLabel label, DeviceFixture device) {
    AttemptFixture attempt = underTheArticle(label, device);
    assertThat(attempt.asks("R9").word()).isEqualTo(attempt.asks("G13").word());
    return attempt.asks("G13").word();
  }

  private static AttemptFixture underTheArticle(SecurityLabel label, DeviceFixture device) {
    return anAttempt().under(RuleSet.ARTICLE).towards(device).withLabel(label);
  }
}
