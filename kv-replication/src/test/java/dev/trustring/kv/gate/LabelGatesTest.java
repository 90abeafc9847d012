package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.level.DeviceLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equal labels, at G12 for the exchange of abilities and at R9 for the data. */
class LabelGatesTest {

  @ParameterizedTest(name = "{0} towards {1}: abilities {2}, data {3}")
  @CsvSource({
    "S0, S0, yes, yes", "S0, S1, yes, yes", "S0, S2, no, no", "S0, S3, no, no", "S0, S4, no, no",
    "S1, S0, yes, no", "S1, S1, yes, yes", "S1, S2, no, no", "S1, S3, no, no", "S1, S4, no, no",
    "S2, S0, no, no", "S2, S1, no, no", "S2, S2, yes, yes", "S2, S3, no, no", "S2, S4, no, no",
    "S3, S0, no, no", "S3, S1, no, no", "S3, S2, no, no", "S3, S3, yes, yes", "S3, S4, no, no",
    "S4, S0, no, no", "S4, S1, no, no", "S4, S2, no, no", "S4, S3, no, no", "S4, S4, yes, yes",
  })
  void asksForEqualLabels(
      SecurityLabel sender, SecurityLabel receiver, String abilities, String data) {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withLabel(sender))
            .towards(aTablet().withLabel(receiver).atLevel(DeviceLevel.SL5));

    assertThat(said(attempt.asks("G12"))).isEqualTo(abilities);
    assertThat(said(attempt.asks("R9"))).isEqualTo(data);
  }

  @Test
  void namesBothLabels() {
    Verdict verdict =
        anAttempt()
            .from(aPhone().withLabel(SecurityLabel.S2))
            .towards(aTablet().withLabel(SecurityLabel.S3))
            .asks("G12");

    assertThat(verdict.evidence().get(0).says()).isEqualTo("S2 on phone, S3 on tablet");
  }

  @Test
  void comparesNothingWithoutTwoStores() {
    assertThat(anAttempt().towards(aTablet().withoutTheStore()).asks("G12").word())
        .isEqualTo("skipped");
  }

  private static String said(Verdict verdict) {
    verdict.stop().ifPresent(why -> assertThat(why).isEqualTo(DenyReason.LABELS_DIFFER));
    return verdict.stop().isPresent() ? "no" : "yes";
  }
}
