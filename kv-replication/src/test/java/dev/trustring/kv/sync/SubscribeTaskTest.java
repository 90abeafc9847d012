package dev.trustring.kv.sync;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.SecurityLabel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The initiator's half of a subscription (kv-store §3.3, SYNC_CONTROL_CMD). */
class SubscribeTaskTest {

  @Test
  void goesThroughClocksAndAbilitiesAndEndsWithTheAckOfItsCommand() {
    TaskFixture task = subscription().isIn(Phase.DONE);

    assertThat(task.steps())
        .containsExactly(
            "ExchangeMetadata",
            "GatherFacts",
            "ExchangeClocks",
            "ExchangeAbilities",
            "SendCommand",
            "Finish");
    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OK));
    assertThat(task.asked()).contains("G7", "G9", "G13").doesNotContain("G14", "G15");
    assertThat(task.task().rowsSent()).isZero();
  }

  @Test
  void negotiatesAgainAndSendsTheCommandOnceMoreIfThePeerAsksForIt() {
    TaskFixture task =
        subscription().isIn(Phase.ACK).getsAck(AckCode.NEED_ABILITY_SYNC, 0).getsAbilities();

    assertThat(task.wish()).isEqualTo(new TaskWish.SendCommand());
  }

  @Test
  void isSentOnceMoreToAStoreThatIsClosing() {
    TaskFixture task = subscription().isIn(Phase.ACK).gets(new TaskInput.PeerCloses());

    assertThat(task.wish()).isEqualTo(new TaskWish.SendCommand());
    assertThat(task.gets(new TaskInput.PeerCloses()).wish())
        .isEqualTo(new TaskWish.Finish(DbStatus.OK));
  }

  @Test
  void endsWithWhatThePeerSaysOfItsLimits() {
    TaskFixture task = subscription().isIn(Phase.ACK).getsAck(AckCode.MAX_LIMITS, 0);

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.OVER_MAX_LIMITS));
  }

  @Test
  void timesOutLikeAnyPacket() {
    TaskFixture task = subscription().isIn(Phase.ACK).gets(new TaskInput.TimedOut());

    assertThat(task.wish()).isEqualTo(new TaskWish.Finish(DbStatus.TIME_OUT));
    assertThat(task.stop()).contains("R1 FRAME_LOST");
  }

  @Test
  void asksForTheLevelOfWhoeverSubscribes() {
    AttemptFixture weak = anAttempt().from(aWatch()).towards(aTablet()).withLabel(SecurityLabel.S3);

    TaskFixture task = TaskFixture.aFirstPush(weak.in(TaskMode.SUBSCRIBE_QUERY)).isIn(Phase.DONE);

    assertThat(task.stop()).contains("G13 LEVEL_TOO_LOW");
    assertThat(TaskFixture.aFirstPush(weak.in(TaskMode.UNSUBSCRIBE_QUERY)).isIn(Phase.DONE).stop())
        .isEmpty();
  }

  @Test
  void needsNoRowsThatMayLeaveTheDevice() {
    AttemptFixture held =
        anAttempt().from(aPhone().withItsUserHeldBack()).in(TaskMode.SUBSCRIBE_QUERY);

    assertThat(TaskFixture.aFirstPush(held).isIn(Phase.DONE).steps()).contains("SendCommand");
  }

  @Test
  void whatTheEngineBeginsExchangesNoRecords() {
    for (TaskMode mode : List.of(TaskMode.AUTO_PUSH, TaskMode.AUTO_SUBSCRIBE_QUERY)) {
      assertThat(TaskFixture.aFirstPush(anAttempt().in(mode)).steps())
          .containsExactly("GatherFacts");
    }
  }

  private static TaskFixture subscription() {
    return TaskFixture.aFirstPush(anAttempt().in(TaskMode.SUBSCRIBE_QUERY));
  }
}
