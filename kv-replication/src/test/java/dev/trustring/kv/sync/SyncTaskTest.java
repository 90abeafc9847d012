package dev.trustring.kv.sync;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static dev.trustring.kv.sync.TaskFixture.A_PUSH_BEFORE_IT;
import static dev.trustring.kv.sync.TaskFixture.EVERYTHING;
import static dev.trustring.kv.sync.TaskFixture.TWO_ROWS;
import static dev.trustring.kv.sync.TaskFixture.aFirstPush;
import static dev.trustring.kv.sync.TaskFixture.aTaskThatKnows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.access.AccessReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of a task when all messages come through. */
class SyncTaskTest {

  @Test
  void goesThroughEveryExchangeOnAFirstPush() {
    TaskFixture task = aFirstPush().isIn(Phase.DONE);

    assertThat(task.wishes())
        .containsExactly(
            new TaskWish.ExchangeMetadata(),
            new TaskWish.GatherFacts(),
            new TaskWish.ExchangeClocks(),
            new TaskWish.ExchangeAbilities(),
            new TaskWish.CollectRows(),
            new TaskWish.SendRows(TWO_ROWS, Part.WHOLE),
            new TaskWish.Finish(DbStatus.OK));
    assertThat(task.task().facts().exchange()).isEqualTo(ExchangeFacts.ALL_DONE);
    assertThat(task.task().rowsSent()).isEqualTo(2);
    assertThat(task.task().known().ability()).isTrue();
  }

  @Test
  void asksEverySendersGateOfATaskOnTheWay() {
    TaskFixture task = aFirstPush().isIn(Phase.DONE);

    assertThat(task.asked())
        .containsExactlyInAnyOrder(
            "G5", "G7-range", "G7", "G8", "G9", "G10", "G11", "G12", "G13", "G14", "G15");
    assertThat(task.stop()).isEmpty();
    assertThat(task.task().asked()).allMatch(GateResult::asked);
  }

  @ParameterizedTest(name = "metadata {0}, clocks {1}, abilities {2}: {3}")
  @CsvSource({
    "false, true, true, ExchangeMetadata GatherFacts CollectRows",
    "true, false, true, GatherFacts ExchangeClocks CollectRows",
    "true, true, false, GatherFacts ExchangeAbilities CollectRows",
    "true, true, true, GatherFacts CollectRows",
  })
  void skipsWhatEarlierAttemptsHaveLeft(
      boolean metadata, boolean clocks, boolean ability, String steps) {
    TaskFixture task =
        aTaskThatKnows(new Known(metadata, clocks, ability, false, false), anAttempt())
            .isIn(Phase.DONE);

    assertThat(String.join(" ", task.steps())).isEqualTo(steps + " SendRows Finish");
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
  }

  @Test
  void knowsFromTheAckThatASessionWasOpen() {
    TaskFixture task = aTaskThatKnows(EVERYTHING, anAttempt()).isIn(Phase.ACK);

    assertThat(task.said("G10").word()).isEqualTo("skipped");
    task.getsAck(AckCode.OK, 12);

    assertThat(task.said("G10").word()).isEqualTo("pass");
  }

  @Test
  void sendsAnEmptyBatchAsWell() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt())
            .isIn(Phase.ROWS)
            .getsRows(new dev.trustring.kv.store.Batch(List.of(), 12, 12))
            .getsAck(AckCode.OK, 12);

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
    assertThat(task.task().rowsSent()).isZero();
  }

  @Test
  void endsAtThePermissionBeforeAnyMessageAboutData() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt().from(aPhone().withoutGrant())).getsFacts();

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.PERMISSION_CHECK_FORBID_SYNC));
    assertThat(task.stop()).contains("G7 PERMISSION_NOT_GRANTED");
    assertThat(task.asked()).containsExactly("G5", "G7-range", "G7");
  }

  @Test
  void looksAtTheRangeBeforeThePermission() {
    TaskFixture task =
        aFirstPush(
                anAttempt()
                    .from(aPhone().withoutGrant().withRange(List.of("a"), List.of("b")))
                    .towards(aTablet().withRange(List.of("c"), List.of("d"))))
            .getsMetadata()
            .getsFacts();

    assertThat(task.stop()).contains("G7-range RANGE_DISJOINT");
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.PERMISSION_CHECK_FORBID_SYNC));
  }

  @Test
  void endsWhereNobodyOfThePeerMayReceive() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt().from(aPhone().trustingNot(AccessReason.NO_ROW)))
            .getsFacts();

    assertThat(task.stop()).contains("G9 NO_PERMITTED_USER");
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.COMM_FAILURE));
  }

  @Test
  void endsAtTheLevelAfterFourMessagesOfAFirstContact() {
    TaskFixture task =
        aFirstPush(anAttempt().towards(aWatch()).withLabel(SecurityLabel.S3)).isIn(Phase.DONE);

    assertThat(task.steps())
        .containsExactly(
            "ExchangeMetadata", "GatherFacts", "ExchangeClocks", "ExchangeAbilities", "Finish");
    assertThat(task.stop()).contains("G13 LEVEL_TOO_LOW");
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.SECURITY_OPTION_CHECK_ERROR));
    assertThat(task.task().rowsSent()).isZero();
  }

  @Test
  void endsInSilenceForHardwareUnderTheArticle() {
    AttemptFixture attempt =
        anAttempt().under(RuleSet.ARTICLE).towards(aWatch()).withLabel(SecurityLabel.S3);

    TaskFixture task = aFirstPush(attempt).isIn(Phase.DONE);

    assertThat(task.stop()).contains("G13 NO_TEE");
    assertThat(task.wish()).isEqualTo(new TaskWish.FinishSilently());
  }

  @Test
  void endsWhereThePeerTellsAnotherLabel() {
    TaskFixture task =
        aFirstPush()
            .isIn(Phase.ABILITY)
            .getsAbilities(AckCode.SECURITY_OPTION_CHECK_ERROR, SecurityLabel.S2);

    assertThat(task.stop()).contains("G12 LABELS_DIFFER");
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.SECURITY_OPTION_CHECK_ERROR));
    assertThat(task.task().known().ability()).isFalse();
  }

  @Test
  void looksAtFreshFactsNotAtThoseOfTheCall() {
    AttemptFixture atTheCall = anAttempt().from(aPhone().withoutGrant());
    var now = anAttempt().sendersHalf();

    TaskFixture task =
        aTaskThatKnows(EVERYTHING, atTheCall)
            .gets(new TaskInput.FactsCame(now.sender(), now.peer()));

    assertThat(task.wish()).isEqualTo(new TaskWish.CollectRows());
  }

  @Test
  void takesNothingOnceItIsOver() {
    SyncTask over = aFirstPush().isIn(Phase.DONE).task();

    assertThatIllegalStateException().isThrownBy(() -> over.on(new TaskInput.TimedOut()));
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskMode.class,
      names = {"PUSH", "QUERY_PUSH"})
  void skipsAPushBehindOneThatHasSucceededWhenNothingIsNew(TaskMode mode) {
    TaskFixture task =
        aTaskThatKnows(A_PUSH_BEFORE_IT, anAttempt().in(mode))
            .getsFacts()
            .gets(new TaskInput.NewsCame(false));

    assertThat(task.steps()).containsExactly("GatherFacts", "LookForNews", "Finish");
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
    assertThat(task.asked()).containsExactly("G5", "G7-range", "G7");
  }

  @Test
  void pushesWhatWasWrittenSinceThePushBeforeIt() {
    TaskFixture task = aTaskThatKnows(A_PUSH_BEFORE_IT, anAttempt()).isIn(Phase.DONE);

    assertThat(task.steps())
        .containsExactly("GatherFacts", "LookForNews", "CollectRows", "SendRows", "Finish");
  }

  @Test
  void asksForThePermissionBeforeItSkipsAPush() {
    TaskFixture task =
        aTaskThatKnows(A_PUSH_BEFORE_IT, anAttempt().from(aPhone().withoutGrant())).getsFacts();

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.PERMISSION_CHECK_FORBID_SYNC));
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskMode.class,
      names = {"PULL", "PUSH_AND_PULL", "RESPONSE_PULL", "QUERY_PULL", "QUERY_PUSH_PULL"})
  void skipsNothingButAPush(TaskMode mode) {
    TaskFixture task = aTaskThatKnows(A_PUSH_BEFORE_IT, anAttempt().in(mode)).getsFacts();

    assertThat(task.wish()).isEqualTo(new TaskWish.CollectRows());
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"TIME", "ABILITY", "ROWS", "ACK"})
  void triesOnceMoreWhereThePeerClosesItsStoreAndThenTakesItForNoError(Phase phase) {
    TaskFixture task = aFirstPush().isIn(phase).gets(new TaskInput.PeerCloses());
    TaskWish again = task.wish();

    task.gets(new TaskInput.PeerCloses());

    assertThat(again).isEqualTo(Endings.again(phase));
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
  }

  @Test
  void sendsItsRowsAgainToAStoreThatWasClosingAndIsThere() {
    TaskFixture task = aFirstPush().isIn(Phase.ACK).gets(new TaskInput.PeerCloses());

    assertThat(task.isIn(Phase.DONE).wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
    assertThat(task.task().rowsSent()).isEqualTo(2);
    assertThat(task.steps()).containsSubsequence("SendRows", "CollectRows", "SendRows", "Finish");
  }
}
