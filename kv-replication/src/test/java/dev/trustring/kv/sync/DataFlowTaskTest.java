package dev.trustring.kv.sync;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.sync.TaskFixture.EVERYTHING;
import static dev.trustring.kv.sync.TaskFixture.NOTHING;
import static dev.trustring.kv.sync.TaskFixture.aTaskThatKnows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tasks of an app whose rows an OS account constraint keeps where they are (kv-store §4.1 G8). */
class DataFlowTaskTest {

  @ParameterizedTest
  @EnumSource(
      value = TaskMode.class,
      names = {"PUSH", "QUERY_PUSH"})
  void aPushEndsWellWithoutAMessage(TaskMode mode) {
    TaskFixture task = aTaskThatKnows(NOTHING, heldBack(mode)).isIn(Phase.DONE);

    assertThat(task.steps()).containsExactly("ExchangeMetadata", "GatherFacts", "Finish");
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
    assertThat(task.stop()).contains("G8 OUTGOING_FORBIDDEN");
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskMode.class,
      names = {"PUSH_AND_PULL", "QUERY_PUSH_PULL"})
  void aPushAndPullIsAPullAndAsksForNoLevel(TaskMode mode) {
    TaskFixture task = aTaskThatKnows(EVERYTHING, heldBack(mode)).isIn(Phase.DONE);

    assertThat(task.wishes())
        .containsExactly(
            new TaskWish.GatherFacts(),
            new TaskWish.CollectRows(),
            new TaskWish.AskForRows(Optional.empty(), 7, Part.WHOLE),
            new TaskWish.AwaitRows(),
            new TaskWish.Finish(DbStatus.OK));
    assertThat(task.asked()).doesNotContain("G13");
    assertThat(task.task().rowsSent()).isZero();
  }

  @Test
  void anAnswerIsEmptyAndCollectsNothing() {
    TaskFixture task = aTaskThatKnows(EVERYTHING, heldBack(TaskMode.RESPONSE_PULL)).isIn(Phase.ACK);

    assertThat(task.wish()).isEqualTo(new TaskWish.AnswerNothing());
    assertThat(task.isIn(Phase.DONE).wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
    assertThat(task.steps()).doesNotContain("CollectRows", "SendRows");
  }

  @Test
  void anEmptyAnswerThatIsToFallBackStaysEmpty() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, heldBack(TaskMode.RESPONSE_PULL))
            .isIn(Phase.ACK)
            .getsAck(AckCode.LOCAL_WATER_MARK_NOT_INIT, 0);

    assertThat(task.wish()).isEqualTo(new TaskWish.AnswerNothing());
  }

  @Test
  void theArticleSendsAllTheSame() {
    AttemptFixture attempt = heldBack(TaskMode.PUSH).under(RuleSet.ARTICLE);

    assertThat(aTaskThatKnows(EVERYTHING, attempt).isIn(Phase.DONE).task().rowsSent()).isEqualTo(2);
  }

  private static AttemptFixture heldBack(TaskMode mode) {
    return anAttempt().from(aPhone().withItsUserHeldBack()).in(mode);
  }
}
