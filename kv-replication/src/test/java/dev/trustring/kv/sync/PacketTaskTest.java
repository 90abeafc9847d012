package dev.trustring.kv.sync;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.sync.TaskFixture.EVERYTHING;
import static dev.trustring.kv.sync.TaskFixture.TWO_ROWS;
import static dev.trustring.kv.sync.TaskFixture.aTaskThatKnows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.status.DbStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tasks whose rows do not fit into one packet (kv-store §3.5 to §3.7). */
class PacketTaskTest {
  private static final long REST = 99;

  @Test
  void collectsTheNextPacketWhileTheFirstIsOnItsWay() {
    TaskFixture task = aPushAtItsRows().getsPacket(TWO_ROWS, REST);

    assertThat(task.wish())
        .isEqualTo(new TaskWish.SendRows(TWO_ROWS, new Part(1, false, Optional.of(REST))));
    assertThat(task.task().phase()).isEqualTo(Phase.ROWS);
  }

  @Test
  void stopsAtThreeUnackedPacketsAndGoesOnWithTheFirstAck() {
    TaskFixture task = aPushWithAFullWindow();
    assertThat(task.task().phase()).isEqualTo(Phase.ACK);

    task.getsAckOf(1, AckCode.OK, 5);

    assertThat(task.wish()).isEqualTo(new TaskWish.CollectRows(Optional.of(REST)));
  }

  @Test
  void endsWithTheAckOfTheLastPacket() {
    TaskFixture task =
        aPushAtItsRows()
            .getsPacket(TWO_ROWS, REST)
            .getsAckOf(1, AckCode.OK, 12)
            .getsRows(TWO_ROWS)
            .getsAckOf(2, AckCode.OK, REST);

    assertThat(task.steps())
        .containsExactly(
            "GatherFacts", "CollectRows", "SendRows", "KeepWaiting", "SendRows", "Finish");
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
    assertThat(task.task().rowsSent()).isEqualTo(4);
  }

  @Test
  void ignoresAnAckThatNobodyWaitsFor() {
    TaskFixture task = aPushWithAFullWindow().getsAckOf(7, AckCode.NOT_PERMIT, 0);

    assertThat(task.wish()).isEqualTo(new TaskWish.Nothing());
    assertThat(task.task().phase()).isEqualTo(Phase.ACK);
  }

  @Test
  void endsInMidTransferAsTheReceiverSays() {
    TaskFixture task =
        aPushWithAFullWindow().getsAckOf(1, AckCode.OK, 5).getsAckOf(2, AckCode.NOT_PERMIT, 5);

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.PERMISSION_CHECK_FORBID_SYNC));
  }

  @Test
  void sendsAllAgainFromTheReceiversMarkAndTakesOldAcksForStale() {
    TaskFixture task = aPushWithAFullWindow().getsAckOf(1, AckCode.LOCAL_WATER_MARK_NOT_INIT, 3);
    assertThat(task.wish()).isEqualTo(new TaskWish.FallBack(3));

    task.getsAckOf(2, AckCode.LOCAL_WATER_MARK_NOT_INIT, 3);
    assertThat(task.wish()).isEqualTo(new TaskWish.Nothing());

    task.getsPacket(TWO_ROWS, REST);
    assertThat(task.wish())
        .isEqualTo(new TaskWish.SendRows(TWO_ROWS, new Part(4, false, Optional.of(REST))));
    assertThat(task.task().rowsSent()).isEqualTo(2);
  }

  @Test
  void dropsWhatWasBeingCollectedWhenItFellBack() {
    TaskFixture task =
        aPushAtItsRows()
            .getsPacket(TWO_ROWS, REST)
            .getsAckOf(1, AckCode.LOCAL_WATER_MARK_NOT_INIT, 3)
            .gets(new TaskInput.RowsCame(TWO_ROWS, 7, Optional.empty(), Optional.of(REST)));
    assertThat(task.wish()).isEqualTo(new TaskWish.Nothing());

    task.getsRows(TWO_ROWS);

    assertThat(task.wish()).isEqualTo(new TaskWish.SendRows(TWO_ROWS, Part.WHOLE));
  }

  @Test
  void asksForRowsWithEveryPacketOfAPushAndPull() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt().in(TaskMode.PUSH_AND_PULL))
            .isIn(Phase.ROWS)
            .getsPacket(TWO_ROWS, REST)
            .getsRows(TWO_ROWS);

    assertThat(task.wish())
        .isEqualTo(
            new TaskWish.AskForRows(Optional.of(TWO_ROWS), 7, new Part(2, true, Optional.empty())));
    task.getsAckOf(1, AckCode.OK, 0).getsAckOf(2, AckCode.OK, 0);
    assertThat(task.wish()).isEqualTo(new TaskWish.AwaitRows());
  }

  @Test
  void waitsOnWhileRowsThatItAskedForComeInPackets() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt().in(TaskMode.PULL))
            .isIn(Phase.ANSWER)
            .gets(new TaskInput.PullAnswered(AckCode.OK, false));
    assertThat(task.wish()).isEqualTo(new TaskWish.KeepWaiting());

    task.gets(new TaskInput.PullAnswered(AckCode.OK, true));

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
  }

  @Test
  void endsAPullWhoseSecondPacketItMayNotKeep() {
    TaskFixture task =
        aTaskThatKnows(EVERYTHING, anAttempt().in(TaskMode.PULL))
            .isIn(Phase.ANSWER)
            .gets(new TaskInput.PullAnswered(AckCode.OK, false))
            .gets(new TaskInput.PullAnswered(AckCode.NOT_PERMIT, false));

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.PERMISSION_CHECK_FORBID_SYNC));
  }

  private static TaskFixture aPushAtItsRows() {
    return aTaskThatKnows(EVERYTHING, anAttempt()).isIn(Phase.ROWS);
  }

  private static TaskFixture aPushWithAFullWindow() {
    return aPushAtItsRows()
        .getsPacket(TWO_ROWS, REST)
        .getsPacket(TWO_ROWS, REST)
        .getsPacket(TWO_ROWS, REST);
  }
}
