package dev.trustring.kv.sync;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.sync.TaskFixture.EVERYTHING;
import static dev.trustring.kv.sync.TaskFixture.aFirstPush;
import static dev.trustring.kv.sync.TaskFixture.aTaskThatKnows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.SoftBusCode;
import dev.trustring.kv.status.DbStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong in each phase, and what the receiver may answer. */
class SyncTaskFailureTest {

  @ParameterizedTest(name = "link fails in {0}: {1}")
  @CsvSource({
    "METADATA, G5 METADATA_MISSING",
    "FACTS, G10 LINK_DOWN",
    "TIME, G10 LINK_DOWN",
    "ABILITY, G10 LINK_DOWN",
    "ROWS, G10 LINK_DOWN",
    "ACK, G10 LINK_DOWN",
  })
  void endsWithALostLink(Phase phase, String stop) {
    TaskFixture task = aFirstPush().isIn(phase).gets(new TaskInput.LinkFailed(Optional.empty()));

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.COMM_FAILURE));
    assertThat(task.stop()).contains(stop);
    assertThat(task.task().phase()).isEqualTo(Phase.DONE);
  }

  @ParameterizedTest
  @CsvSource({"METADATA, G5", "TIME, G10"})
  void saysWhatTheSoftBusAnswered(Phase phase, String gate) {
    SoftBusCode code = new SoftBusCode(-425992178, "the probe was not answered");

    TaskFixture task = aFirstPush().isIn(phase).gets(new TaskInput.LinkFailed(Optional.of(code)));

    assertThat(task.task().facts().exchange().lane()).contains(code);
    assertThat(task.said(gate).evidence())
        .extracting(Evidence::says)
        .contains("the soft bus answered -425992178, the probe was not answered");
  }

  @ParameterizedTest(name = "no answer in {0}: {1}")
  @CsvSource({
    "METADATA, G5 METADATA_MISSING",
    "TIME, G11 NO_TIME_ANSWER",
    "ABILITY, G12 NO_ABILITY_ANSWER",
    "ACK, R1 FRAME_LOST",
  })
  void endsWithoutAnAnswer(Phase phase, String stop) {
    TaskFixture task = aFirstPush().isIn(phase).gets(new TaskInput.TimedOut());

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.TIME_OUT));
    assertThat(task.stop()).contains(stop);
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"TIME", "ABILITY", "ACK"})
  void hadASessionWhenAMessageWentOutWithoutAnAnswer(Phase phase) {
    TaskFixture task = aFirstPush().isIn(phase).gets(new TaskInput.TimedOut());

    assertThat(task.said("G10").word()).isEqualTo("pass");
  }

  @Test
  void hadASessionEvenWhenOnlyTheAckOfCachedExchangesIsMissing() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt()).isIn(Phase.ACK).gets(new TaskInput.TimedOut());

    assertThat(task.said("G10").word()).isEqualTo("pass");
    assertThat(task.stop()).contains("R1 FRAME_LOST");
  }

  @Test
  void doesNotBlameTheMetadataForALinkThatIsLostLater() {
    TaskFixture task =
        aFirstPush().isIn(Phase.FACTS).gets(new TaskInput.LinkFailed(Optional.empty()));

    assertThat(task.task().facts().exchange().metadata()).isEqualTo(ExchangeFacts.Step.DONE);
  }

  @Test
  void endsAWaitingTaskWithALostLink() {
    SyncTask waiting = SyncTask.waiting(anAttempt().sendersHalf(), List.of());

    SyncTask.Next next = waiting.on(new TaskInput.LinkFailed(Optional.empty()));

    assertThat(next.wish()).isEqualTo(new TaskWish.Finish(DbStatus.COMM_FAILURE));
    assertThat(next.task().known().ability()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"TIME", "ABILITY", "ACK"})
  void endsWhereThePeerHasNoSuchStore(Phase phase) {
    TaskFixture task = aFirstPush().isIn(phase).gets(new TaskInput.NoCommunicator());

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.COMM_FAILURE));
    assertThat(task.said("G10").word()).isEqualTo("pass");
    assertThat(task.stop()).isEmpty();
  }

  @ParameterizedTest(name = "ack {0} ends with {1}")
  @CsvSource({
    "OK, OK",
    "NOT_PERMIT, PERMISSION_CHECK_FORBID_SYNC",
    "SECURITY_OPTION_CHECK_ERROR, SECURITY_OPTION_CHECK_ERROR",
    "BUSY, BUSY",
  })
  void endsAsTheReceiverSays(AckCode code, DbStatus status) {
    TaskFixture task = aFirstPush().isIn(Phase.ACK).getsAck(code, 0);

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(status));
    assertThat(task.stop()).isEmpty();
    assertThat(task.task().rowsSent()).isEqualTo(2);
  }

  @Test
  void exchangesClocksAgainAndSendsAgain() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt())
            .isIn(Phase.ACK)
            .getsAck(AckCode.NEED_TIME_SYNC, 0)
            .isIn(Phase.DONE);

    assertThat(task.steps())
        .containsExactly(
            "GatherFacts",
            "CollectRows",
            "SendRows",
            "ExchangeClocks",
            "CollectRows",
            "SendRows",
            "Finish");
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
  }

  @Test
  void negotiatesAgainAndSendsAgain() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt())
            .isIn(Phase.ACK)
            .getsAck(AckCode.NEED_ABILITY_SYNC, 0);

    assertThat(task.wish()).isEqualTo(new TaskWish.ExchangeAbilities());
    assertThat(task.task().known().ability()).isFalse();
    assertThat(task.isIn(Phase.DONE).wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
  }

  @Test
  void fallsBackToTheReceiversMarkAndCountsTheRowsOfTheLastPacketOnly() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt())
            .isIn(Phase.ACK)
            .getsAck(AckCode.LOCAL_WATER_MARK_NOT_INIT, 4);

    assertThat(task.wish()).isEqualTo(new TaskWish.FallBack(4));
    task.isIn(Phase.DONE);
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
    assertThat(task.task().rowsSent()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = AckCode.class,
      names = {"NEED_TIME_SYNC", "NEED_ABILITY_SYNC", "LOCAL_WATER_MARK_NOT_INIT"})
  void givesUpWhenTheReceiverAsksTooOften(AckCode code) {
    TaskFixture task = aFirstPush();
    for (int time = 0; time < SyncTask.MOST_REDONE; time++) {
      task.isIn(Phase.ACK).getsAck(code, 0);
      assertThat(task.wish()).isNotInstanceOf(TaskWish.Finish.class);
    }

    task.isIn(Phase.ACK).getsAck(code, 0);

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.TIME_OUT));
  }

  @Test
  void bearsEveryRequestOfAReceiverThatForgotEverything() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt())
            .isIn(Phase.ACK)
            .getsAck(AckCode.NEED_TIME_SYNC, 0)
            .isIn(Phase.ACK)
            .getsAck(AckCode.NEED_ABILITY_SYNC, 0)
            .isIn(Phase.ACK)
            .getsAck(AckCode.LOCAL_WATER_MARK_NOT_INIT, 0)
            .isIn(Phase.DONE);

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
  }
}
