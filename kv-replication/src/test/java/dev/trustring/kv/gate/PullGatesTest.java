package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.ExchangeFacts.PullAnswer;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.store.SecurityLabel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gates say of rows that are asked for (kv-store §4.1 G13, §4.2 R9, R12 to R15). */
class PullGatesTest {

  private static final ExchangeFacts ASKED = ExchangeFacts.ALL_DONE.withAnswer(PullAnswer.NOT_YET);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "PUSH, pass",
    "PUSH_AND_PULL, pass",
    "RESPONSE_PULL, pass",
    "PULL, skipped",
    "AUTO_PUSH, pass",
    "UNSUBSCRIBE_QUERY, skipped",
  })
  void onlyRowsThatGoOutAreJudgedByTheGatesOfRows(TaskMode mode, String word) {
    for (String gate : List.of("G13", "R9", "R12", "R13")) {
      assertThat(anAttempt().in(mode).asks(gate).word()).as(gate).isEqualTo(word);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "PUSH, skipped",
    "RESPONSE_PULL, skipped",
    "PULL, pass",
    "PUSH_AND_PULL, pass",
    "AUTO_PUSH, skipped",
    "SUBSCRIBE_QUERY, skipped",
  })
  void onlyQuestionsAreJudgedByTheirAnswer(TaskMode mode, String word) {
    assertThat(anAttempt().in(mode).with(ASKED).asks("R14").word()).isEqualTo(word);
    assertThat(anAttempt().in(mode).with(ASKED).asks("R15").word()).isEqualTo(word);
  }

  @Test
  void aSubscriptionNeedsNeitherPermissionNorRangeWhereItArrives() {
    for (String gate : List.of("R8", "R8-range", "R9", "R12", "R13")) {
      assertThat(
              anAttempt()
                  .towards(aTablet().withoutGrant())
                  .in(TaskMode.SUBSCRIBE_QUERY)
                  .asks(gate)
                  .word())
          .as(gate)
          .isEqualTo("skipped");
    }
  }

  @Test
  void theWayBackIsJudgedByTheLevelOfWhoeverAsked() {
    Verdict verdict =
        anAttempt()
            .from(aWatch().withLabel(SecurityLabel.S2))
            .towards(aPhone().withLabel(SecurityLabel.S2))
            .in(TaskMode.PULL)
            .with(ASKED)
            .asks("R15");

    assertThat(verdict.stop()).contains(DenyReason.LEVEL_TOO_LOW);
  }

  @Test
  void theWayBackIsJudgedByWhatTheOneThatIsAskedKnowsOfTheLevel() {
    Verdict verdict =
        anAttempt()
            .from(aPhone().withLabel(SecurityLabel.S2).provingItsLevel())
            .towards(aTablet().withLabel(SecurityLabel.S2))
            .in(TaskMode.PULL)
            .with(ASKED)
            .asks("R15");

    assertThat(verdict.stop()).contains(DenyReason.LEVEL_TOO_LOW);
  }

  @Test
  void theWayBackIsJudgedByThePermissionOfTheOneThatIsAsked() {
    Verdict verdict =
        anAttempt()
            .towards(aTablet().withoutGrant())
            .in(TaskMode.PULL)
            .with(ASKED.withAnswer(PullAnswer.MISSING))
            .asks("R15");

    assertThat(verdict.stop()).contains(DenyReason.PERMISSION_NOT_GRANTED);
  }

  @Test
  void rowsThatCameAreNotJudgedAfterwards() {
    Verdict verdict =
        anAttempt()
            .towards(aTablet().withoutGrant())
            .in(TaskMode.PULL)
            .with(ExchangeFacts.ALL_DONE)
            .asks("R15");

    assertThat(verdict.word()).isEqualTo("pass");
  }

  @Test
  void rowsThatDoNotComeForNoReasonOfAGateWereLost() {
    Verdict verdict =
        anAttempt().in(TaskMode.PULL).with(ASKED.withAnswer(PullAnswer.MISSING)).asks("R15");

    assertThat(verdict.stop()).contains(DenyReason.NO_PULL_ANSWER);
  }
}
