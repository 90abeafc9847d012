package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.AttemptFixture.blockedWifi;
import static dev.trustring.kv.AttemptFixture.wifi;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gates that turn on whether a message came through: G5, G10, G11, G12 and R1. */
class ExchangeGatesTest {

  @ParameterizedTest(name = "{0} after {1} of it alone says {2} {3}")
  @CsvSource({
    "G5, LINK_FAILED, deny, METADATA_MISSING",
    "G5, NO_ANSWER, deny, METADATA_MISSING",
    "G5, DONE, pass,",
    "G10, LINK_FAILED, deny, LINK_DOWN",
    "G10, NO_ANSWER, deny, LINK_DOWN",
    "G10, DONE, pass,",
    "G10, NOT_TRIED, skipped,",
    "G11, LINK_FAILED, deny, NO_TIME_ANSWER",
    "G11, NO_ANSWER, deny, NO_TIME_ANSWER",
    "G11, DONE, pass,",
    "G11, NOT_TRIED, skipped,",
    "G12, LINK_FAILED, deny, NO_ABILITY_ANSWER",
    "G12, NO_ANSWER, deny, NO_ABILITY_ANSWER",
    "G12, DONE, pass,",
    "G12, NOT_TRIED, pass,",
    "R1, LINK_FAILED, deny, FRAME_LOST",
    "R1, NO_ANSWER, deny, FRAME_LOST",
    "R1, DONE, pass,",
    "R1, NOT_TRIED, skipped,",
  })
  void judgesItsOwnExchange(String gate, Step step, String word, DenyReason reason) {
    Verdict verdict = anAttempt().with(only(gate, step)).asks(gate);

    assertThat(verdict.word()).isEqualTo(word);
    assertThat(verdict.stop().orElse(null)).isEqualTo(reason);
  }

  @ParameterizedTest(name = "{0} is not disturbed by failures elsewhere")
  @CsvSource({"G5", "G10", "G11", "G12", "R1"})
  void doesNotLookAtOtherExchanges(String gate) {
    ExchangeFacts allFailed =
        ExchangeFacts.NONE
            .withMetadata(Step.NO_ANSWER)
            .withSession(Step.NO_ANSWER)
            .withTime(Step.NO_ANSWER)
            .withAbility(Step.NO_ANSWER)
            .withData(Step.NO_ANSWER);

    Verdict verdict = anAttempt().with(with(allFailed, gate, Step.DONE)).asks(gate);

    assertThat(verdict.word()).isEqualTo("pass");
  }

  @Test
  void waitsForRecordsThatWereNotExchangedYet() {
    Verdict verdict =
        anAttempt().towards(aTablet().whoseRecordsAreUnknown()).with(ExchangeFacts.NONE).asks("G5");

    assertThat(verdict.word()).isEqualTo("skipped");
  }

  @Test
  void takesRecordsThatEarlierAttemptsLeft() {
    assertThat(anAttempt().with(ExchangeFacts.NONE).asks("G5").word()).isEqualTo("pass");
  }

  @Test
  void foreseesTheSessionFromTheLink() {
    assertThat(anAttempt().with(ExchangeFacts.NONE).over(wifi()).asks("G10").word())
        .isEqualTo("pass");
    assertThat(anAttempt().with(ExchangeFacts.NONE).over(blockedWifi()).asks("G10").stop())
        .contains(DenyReason.LINK_DOWN);
    assertThat(anAttempt().with(ExchangeFacts.NONE).over(blockedWifi(), wifi()).asks("G10").word())
        .isEqualTo("pass");
  }

  @Test
  void saysWhatIsInTheWayAndWhatWasLost() {
    Verdict verdict =
        anAttempt()
            .with(ExchangeFacts.ALL_DONE.withTime(Step.NO_ANSWER))
            .over(blockedWifi(), wifi())
            .losing("time request lost at 0.2 s")
            .asks("G11");

    assertThat(verdict.evidence())
        .extracting(Evidence::says)
        .containsExactly(
            "no answer in time", "wifi home isolates clients", "time request lost at 0.2 s");
  }

  private static ExchangeFacts only(String gate, Step step) {
    return with(ExchangeFacts.NONE, gate, step);
  }

  private static ExchangeFacts with(ExchangeFacts facts, String gate, Step step) {
    return switch (gate) {
      case "G5" -> facts.withMetadata(step);
      case "G10" -> facts.withSession(step);
      case "G11" -> facts.withTime(step);
      case "G12" -> facts.withAbility(step);
      case "R1" -> facts.withData(step);
      default -> throw new AssertionError(gate);
    };
  }
}
