package dev.trustring.kv.sync;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.sync.TaskFixture.EVERYTHING;
import static dev.trustring.kv.sync.TaskFixture.TWO_ROWS;
import static dev.trustring.kv.sync.TaskFixture.aFirstPush;
import static dev.trustring.kv.sync.TaskFixture.aTaskThatKnows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.SecurityLabel;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that ask for rows, and those that answer (kv-store §3.4, §4.2 R15). */
class PullTaskTest {

  @Test
  void aPullSendsNoRowsAndWaitsForThoseOfThePeer() {
    TaskFixture task = aTaskThatKnows(EVERYTHING, anAttempt().in(TaskMode.PULL)).isIn(Phase.DONE);

    assertThat(task.wishes())
        .containsExactly(
            new TaskWish.GatherFacts(),
            new TaskWish.CollectRows(),
            new TaskWish.AskForRows(Optional.empty(), 7, Part.WHOLE),
            new TaskWish.AwaitRows(),
            new TaskWish.Finish(DbStatus.OK));
    assertThat(task.task().rowsSent()).isZero();
    assertThat(task.said("R15").word()).isEqualTo("pass");
  }

  @Test
  void aPushAndPullSendsItsRowsWithTheQuestion() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt().in(TaskMode.PUSH_AND_PULL)).isIn(Phase.ANSWER);

    assertThat(task.wishes())
        .contains(
            new TaskWish.AskForRows(Optional.of(TWO_ROWS), 7, Part.WHOLE),
            new TaskWish.AwaitRows());
    assertThat(task.task().rowsSent()).isEqualTo(2);
  }

  @Test
  void anAnswerNeedsNoRecordsOfThePeer() {
    Known noRecords = new Known(false, true, true, false, false);

    TaskFixture task = aTaskThatKnows(noRecords, anAttempt().in(TaskMode.RESPONSE_PULL));

    assertThat(task.wish()).isEqualTo(new TaskWish.GatherFacts());
  }

  @ParameterizedTest(name = "{0} ends the pull with {1}")
  @CsvSource({
    "NOT_PERMIT, PERMISSION_CHECK_FORBID_SYNC",
    "SECURITY_OPTION_CHECK_ERROR, SECURITY_OPTION_CHECK_ERROR",
    "BUSY, BUSY",
  })
  void endsWithWhatBecameOfTheRows(AckCode code, DbStatus status) {
    TaskFixture task = aPullThatWaits().gets(new TaskInput.PullAnswered(code, true));

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(status));
    assertThat(task.said("R15").stop()).as("what the app is told has a cause").isPresent();
  }

  @ParameterizedTest
  @CsvSource({"NEED_TIME_SYNC", "NEED_ABILITY_SYNC", "LOCAL_WATER_MARK_NOT_INIT"})
  void waitsOnForWhatThePeerMendsByItself(AckCode code) {
    TaskFixture task = aPullThatWaits().gets(new TaskInput.PullAnswered(code, true));

    assertThat(task.wish()).isEqualTo(new TaskWish.AwaitRows());
    assertThat(task.task().phase()).isEqualTo(Phase.ANSWER);
  }

  @Test
  void rowsMayOvertakeTheWordThatTheQuestionCame() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt().in(TaskMode.PULL))
            .isIn(Phase.ACK)
            .gets(new TaskInput.PullAnswered(AckCode.OK, true));

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
  }

  @Test
  void anAnswerThatDoesNotComeEndsTheWaiting() {
    TaskFixture late = aPullThatWaits().gets(new TaskInput.TimedOut());
    TaskFixture lost = aPullThatWaits().gets(new TaskInput.LinkFailed(Optional.empty()));

    assertThat(late.wish()).isEqualTo(new TaskWish.Finish(DbStatus.TIME_OUT));
    assertThat(late.stop()).contains("R15 NO_PULL_ANSWER");
    assertThat(lost.wish()).isEqualTo(new TaskWish.Finish(DbStatus.COMM_FAILURE));
    assertThat(lost.stop()).contains("R15 NO_PULL_ANSWER");
  }

  /** The peer may have served the question, so that R1 passes in the record: R15 must then stop. */
  @ParameterizedTest
  @CsvSource({"PULL", "PUSH_AND_PULL"})
  void aQuestionWhoseAckIsLostHasNoRowsEither(TaskMode mode) {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt().in(mode))
            .isIn(Phase.ACK)
            .gets(new TaskInput.TimedOut());

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.TIME_OUT));
    assertThat(task.said("R15").stop()).contains(DenyReason.NO_PULL_ANSWER);
  }

  @Test
  void anAnswerThatIsRefusedEndsTheWaitingWithItsCode() {
    TaskFixture task =
        aPullThatWaits().gets(new TaskInput.PullRefused(AckCode.SECURITY_OPTION_CHECK_ERROR));

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.SECURITY_OPTION_CHECK_ERROR));
    assertThat(task.stop()).contains("R15 LEVEL_TOO_LOW");
  }

  @Test
  void aPushThatIsToldToRepeatCountsItsRowsOnce() {
    TaskFixture task =
        aFirstPush().isIn(Phase.ACK).getsAck(AckCode.NEED_ABILITY_SYNC, 0).isIn(Phase.DONE);

    assertThat(task.task().rowsSent()).isEqualTo(2);
  }

  @Test
  void aPushAndPullThatCannotReadItsOwnRowsStillPulls() {
    TaskFixture task = aTaskThatKnows(EVERYTHING, locked(TaskMode.PUSH_AND_PULL)).isIn(Phase.DONE);

    assertThat(task.wishes()).contains(new TaskWish.AskForRows(Optional.empty(), 7, Part.WHOLE));
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.EKEYREVOKED_ERROR));
    assertThat(task.stop()).contains("G14 KEY_GONE");
    assertThat(task.task().rowsSent()).isZero();
  }

  @Test
  void aPullReadsNothingAndNeedsNoKey() {
    TaskFixture task = aTaskThatKnows(EVERYTHING, locked(TaskMode.PULL)).isIn(Phase.DONE);

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
  }

  @Test
  void aPushEndsWhereTheKeyIsGone() {
    TaskFixture task = aTaskThatKnows(EVERYTHING, locked(TaskMode.PUSH)).getsFacts();

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.EKEYREVOKED_ERROR));
  }

  @Test
  void endsWithTheDamageOfItsOwnFile() {
    SyncTask.Next next = aFirstPush().isIn(Phase.ROWS).task().unreadable();

    assertThat(next.wish()).isEqualTo(new TaskWish.Finish(DbStatus.INVALID_PASSWD_OR_CORRUPTED_DB));
    assertThat(next.task().asked())
        .filteredOn(gate -> gate.gate().id().equals("G14"))
        .allMatch(gate -> gate.verdict().stop().equals(Optional.of(DenyReason.FILE_DAMAGED)))
        .hasSize(1);
  }

  @Test
  void anAnswerThatCannotBeReadIsRefusedToWhoeverAsked() {
    SyncTask.Next next =
        aTaskThatKnows(EVERYTHING, anAttempt().in(TaskMode.RESPONSE_PULL))
            .isIn(Phase.ROWS)
            .task()
            .unreadable();

    assertThat(next.wish())
        .isEqualTo(
            new TaskWish.RefusePull(
                AckCode.INVALID_PASSWD_OR_CORRUPTED_DB, DbStatus.INVALID_PASSWD_OR_CORRUPTED_DB));
  }

  @Test
  void saysThatTheFileOverThereIsDamaged() {
    TaskFixture task = aPullThatWaits();

    task.gets(new TaskInput.PullRefused(AckCode.INVALID_PASSWD_OR_CORRUPTED_DB));

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.INVALID_PASSWD_OR_CORRUPTED_DB));
    assertThat(task.stop()).contains("R15 FILE_DAMAGED");
  }

  private static AttemptFixture locked(TaskMode mode) {
    return anAttempt().from(aPhone().withItsScreenLocked()).withLabel(SecurityLabel.S3).in(mode);
  }

  private static TaskFixture aPullThatWaits() {
    return aTaskThatKnows(EVERYTHING, anAttempt().in(TaskMode.PULL)).isIn(Phase.ANSWER);
  }
}
