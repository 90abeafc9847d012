package dev.trustring.kv.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.kv.decision.Consequence;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.status.DbStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EndingsTest {

  @ParameterizedTest
  @EnumSource(DenyReason.class)
  void endsATaskAsTheRegistrySays(DenyReason reason) {
    TaskWish wish = Endings.of(TaskMode.PUSH, reason);

    if (reason.consequence() instanceof Consequence.Reports reports) {
      assertThat(wish).isEqualTo(new TaskWish.Finish(reports.status()));
    } else if (reason.consequence() instanceof Consequence.SaysNothing) {
      assertThat(wish).isEqualTo(new TaskWish.FinishSilently());
    } else {
      assertThat(wish).isEqualTo(new TaskWish.Finish(DbStatus.NOT_ACTIVE));
    }
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "METADATA, LINK_FAILED, LINK_FAILED NOT_TRIED NOT_TRIED NOT_TRIED NOT_TRIED",
    "METADATA, NO_ANSWER, NO_ANSWER NOT_TRIED NOT_TRIED NOT_TRIED NOT_TRIED",
    "FACTS, LINK_FAILED, NOT_TRIED LINK_FAILED NOT_TRIED NOT_TRIED NOT_TRIED",
    "TIME, LINK_FAILED, NOT_TRIED LINK_FAILED NOT_TRIED NOT_TRIED NOT_TRIED",
    "TIME, NO_ANSWER, NOT_TRIED DONE NO_ANSWER NOT_TRIED NOT_TRIED",
    "ABILITY, LINK_FAILED, NOT_TRIED LINK_FAILED NOT_TRIED NOT_TRIED NOT_TRIED",
    "ABILITY, NO_ANSWER, NOT_TRIED DONE NOT_TRIED NO_ANSWER NOT_TRIED",
    "ACK, LINK_FAILED, NOT_TRIED LINK_FAILED NOT_TRIED NOT_TRIED NOT_TRIED",
    "ACK, NO_ANSWER, NOT_TRIED DONE NOT_TRIED NOT_TRIED NO_ANSWER",
  })
  void marksTheExchangeThatFailed(Phase phase, Step step, String marks) {
    ExchangeFacts failed = Endings.failed(ExchangeFacts.NONE, phase, step, false);

    assertThat(
            List.of(
                failed.metadata(),
                failed.session(),
                failed.time(),
                failed.ability(),
                failed.data()))
        .extracting(Enum::name)
        .containsExactly(marks.split(" "));
  }

  @Test
  void knowsNoFailureOfATaskThatIsOver() {
    assertThatThrownBy(() -> Endings.failed(ExchangeFacts.NONE, Phase.DONE, Step.NO_ANSWER, false))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> Endings.gatesOf(Phase.DONE)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = DenyReason.class,
      names = {"LEVEL_TOO_LOW", "LABELS_DIFFER"})
  void tellsWhoeverAskedForRowsThatLevelsKeepThemBack(DenyReason reason) {
    assertThat(Endings.of(TaskMode.RESPONSE_PULL, reason))
        .isEqualTo(
            new TaskWish.RefusePull(
                AckCode.SECURITY_OPTION_CHECK_ERROR, DbStatus.SECURITY_OPTION_CHECK_ERROR));
  }

  @Test
  void tellsWhoeverAskedThatTheKeyIsGone() {
    assertThat(Endings.of(TaskMode.RESPONSE_PULL, DenyReason.KEY_GONE))
        .isEqualTo(new TaskWish.RefusePull(AckCode.EKEYREVOKED, DbStatus.EKEYREVOKED_ERROR));
  }

  @Test
  void tellsWhoeverAskedNothingOfAPermissionThatIsGone() {
    assertThat(Endings.of(TaskMode.RESPONSE_PULL, DenyReason.PERMISSION_NOT_GRANTED))
        .isEqualTo(new TaskWish.Finish(DbStatus.PERMISSION_CHECK_FORBID_SYNC));
  }
}
