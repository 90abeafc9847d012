package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Fix;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.fix.FixSearch;
import dev.trustring.kv.rules.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** G8 and R10: what an OS account constraint keeps on the device (kv-store §4.1, §4.2). */
class DataFlowGatesTest {
  private static final String LIFTED =
      "lift constraint.distributed.transmission.outgoing for the user of ";

  @ParameterizedTest
  @EnumSource(
      value = TaskMode.class,
      names = {"PUSH", "PUSH_AND_PULL", "RESPONSE_PULL", "QUERY_PUSH", "QUERY_PUSH_PULL"})
  void deniesWhateverSendsRowsOfAUserWhoMayNotSend(TaskMode mode) {
    assertThat(heldBackSender().in(mode).asks("G8").stop()).contains(DenyReason.OUTGOING_FORBIDDEN);
    assertThat(anAttempt().in(mode).asks("G8").word()).isEqualTo("pass");
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskMode.class,
      names = {"PULL", "QUERY_PULL"})
  void hasNothingToSayAboutAPullOfSuchAUser(TaskMode mode) {
    assertThat(heldBackSender().in(mode).asks("G8").word()).isEqualTo("skipped");
  }

  @Test
  void deniesTheAnswerToAPullAndTakesAPush() {
    AttemptFixture towards = anAttempt().towards(aTablet().withItsUserHeldBack());

    assertThat(towards.in(TaskMode.PULL).asks("R10").stop())
        .contains(DenyReason.OUTGOING_FORBIDDEN);
    assertThat(towards.in(TaskMode.PUSH).asks("R10").word()).isEqualTo("skipped");
    assertThat(anAttempt().in(TaskMode.PULL).asks("R10").word()).isEqualTo("skipped");
  }

  @Test
  void isNotKnownToTheArticle() {
    AttemptFixture attempt =
        heldBackSender()
            .towards(aTablet().withItsUserHeldBack())
            .in(TaskMode.PUSH_AND_PULL)
            .under(RuleSet.ARTICLE);

    assertThat(attempt.asks("G8").word()).isEqualTo("skipped");
    assertThat(attempt.asks("R10").word()).isEqualTo("skipped");
  }

  @Test
  void isMendedByLiftingTheConstraintWhereItHolds() {
    AttemptFixture push = heldBackSender().over(AttemptFixture.wifi());
    AttemptFixture pull =
        anAttempt()
            .towards(aTablet().withItsUserHeldBack())
            .in(TaskMode.PULL)
            .over(AttemptFixture.wifi());

    assertThat(FixSearch.of(push.facts()))
        .flatExtracting(Fix::changes)
        .containsExactly(LIFTED + "phone");
    assertThat(FixSearch.of(pull.facts()))
        .flatExtracting(Fix::changes)
        .containsExactly(LIFTED + "tablet");
  }

  private static AttemptFixture heldBackSender() {
    return anAttempt().from(aPhone().withItsUserHeldBack());
  }
}
