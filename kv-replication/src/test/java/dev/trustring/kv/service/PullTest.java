package dev.trustring.kv.service;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import dev.trustring.kv.InMemory;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.Value;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Rows that a device asks for (kv-store §3.4). */
class PullTest {
  private static final ActorTestKit KIT = InMemory.kit();

  private final TwoDevices world;

  PullTest(TestInfo test) {
    world = new TwoDevices(KIT, "pull " + test.getDisplayName(), RuleSet.OPENHARMONY);
  }

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void bringsTheRowsOfTheOtherAndSendsNone() {
    world.withGrants().withOpenStores();
    world.phone.puts("mine", "1");
    world.tablet.puts("theirs", "2");

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isZero();

    assertThat(world.phone.gets("theirs")).isEqualTo(found("2"));
    assertThat(world.tablet.gets("mine"))
        .isInstanceOfSatisfying(
            KvCall.Reply.FromStore.class,
            reply -> assertThat(reply.reply()).isInstanceOf(KvStore.Reply.Refused.class));
    assertThat(world.phone.attempts.receiveMessage().rowsSent()).isZero();
  }

  @Test
  void theOneThatIsAskedLearnsTheClocksBeforeItSends() {
    world.withGrants().withOpenStores();
    world.tablet.puts("theirs", "2");

    world.phone.syncsWith(world.tablet, TaskMode.PULL);

    world.tablet.attempts.receiveMessage();
    List<String> wire = world.wire();
    assertThat(wire)
        .startsWith(
            "MetaRequest",
            "MetaAnswer",
            "TimeRequest",
            "TimeAnswer",
            "AbilityRequest",
            "AbilityAnswer",
            "PullRequest");
    // The ack of the question and the first word of the answer are sent by two actors at once.
    assertThat(wire).containsSubsequence("PullRequest", "DataAnswer", "PulledRows", "DataAnswer");
    assertThat(wire).containsSubsequence("PullRequest", "TimeRequest", "TimeAnswer", "PulledRows");
    assertThat(wire).hasSize(12);
  }

  @Test
  void aPushAndPullBringsBothOneAndTheOther() {
    world.withGrants().withOpenStores();
    world.phone.puts("mine", "1");
    world.tablet.puts("theirs", "2");

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH_AND_PULL)).isZero();

    assertThat(world.phone.gets("theirs")).isEqualTo(found("2"));
    assertThat(world.tablet.gets("mine")).isEqualTo(found("1"));
    AttemptReport answer = world.tablet.attempts.receiveMessage();
    assertThat(answer.facts().call().mode()).isEqualTo(TaskMode.RESPONSE_PULL);
    assertThat(answer.rowsSent()).isEqualTo(1);
    assertThat(answer.visible().word()).isEqualTo("silent");
  }

  @Test
  void twoThatPullFromEachOtherDoNotWaitForEver() {
    world.withGrants().withOpenStores();
    world.phone.puts("mine", "1");
    world.tablet.puts("theirs", "2");
    world.phone.starts(world.tablet, TaskMode.PUSH_AND_PULL);
    world.tablet.starts(world.phone, TaskMode.PUSH_AND_PULL);

    assertThat(world.phone.number(world.tablet)).isZero();
    assertThat(world.tablet.number(world.phone)).isZero();

    assertThat(world.phone.gets("theirs")).isEqualTo(found("2"));
    assertThat(world.tablet.gets("mine")).isEqualTo(found("1"));
  }

  @Test
  void aRowThatIsAskedForAgainIsNotSentTwice() {
    world.withGrants().withOpenStores();
    world.tablet.puts("theirs", "2");
    world.phone.syncsWith(world.tablet, TaskMode.PULL);
    world.tablet.attempts.receiveMessage();

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isZero();

    assertThat(world.tablet.attempts.receiveMessage().rowsSent()).isZero();
  }

  @Test
  void rowsThatAPushLostComeWithAPullAllTheSame() {
    world.withGrants().withOpenStores();
    world.tablet.puts("theirs", "2");
    world.lose(message -> message instanceof SyncMessage.DataRequest);
    world.tablet.syncsWith(world.phone);
    world.lose(message -> false);
    world.tablet.attempts.receiveMessage();

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isZero();

    assertThat(world.phone.gets("theirs")).isEqualTo(found("2"));
  }

  @Test
  void dataOfADeviceThatWasRemovedComesAgain() {
    world.withGrants().withOpenStores();
    world.tablet.puts("theirs", "2");
    world.phone.syncsWith(world.tablet, TaskMode.PULL);
    world.phone.uses(new KvStore.Command.RemoveDeviceData(world.tablet.name));
    assertThat(world.phone.gets("theirs")).isNotEqualTo(found("2"));

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isZero();

    assertThat(world.phone.gets("theirs")).isEqualTo(found("2"));
  }

  @Test
  void onlyDataOfADeviceThatWasNamedCanBeRemoved() {
    world.withGrants().withOpenStores();

    assertThat(world.phone.uses(new KvStore.Command.RemoveDeviceData(new DeviceName("stranger"))))
        .isEqualTo(new KvCall.Reply.Failed(Status.INVALID_ARGUMENT));
    assertThat(world.phone.uses(new KvStore.Command.RemoveDeviceData(world.phone.name)))
        .isEqualTo(new KvCall.Reply.FromStore(new KvStore.Reply.Done()));
  }

  @Test
  void theOneThatIsAskedNeedsThePermissionAsWell() {
    world.phone.grants();
    world.withOpenStores();
    world.tablet.puts("theirs", "2");

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isEqualTo(27459584);

    AttemptReport ended = world.phone.attempts.receiveMessage();
    assertThat(ended.engine()).contains(DbStatus.PERMISSION_CHECK_FORBID_SYNC);
  }

  @Test
  void aWeakDeviceIsToldThatItMayNotHoldWhatItAskedFor() {
    world.withGrants();
    world.phone.opens(SecurityLabel.S2);
    world.tablet.opens(SecurityLabel.S2);
    world.tablet.sees(
        world.phone,
        new PeerInfo(true, true, Optional.of(DeviceLevel.SL1), false, Optional.of(true)));
    world.tablet.puts("theirs", "2");

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isEqualTo(27459616);

    assertThat(stop(world.phone.attempts.receiveMessage())).contains(DenyReason.LEVEL_TOO_LOW);
    assertThat(stop(world.tablet.attempts.receiveMessage())).contains(DenyReason.LEVEL_TOO_LOW);
    assertThat(world.wire()).contains("PullRefused").doesNotContain("PulledRows");
  }

  @Test
  void whoeverPullsIsNotAskedForTheLevelOfTheOther() {
    world.withGrants();
    world.phone.opens(SecurityLabel.S2);
    world.tablet.opens(SecurityLabel.S2);
    world.phone.sees(
        world.tablet,
        new PeerInfo(true, true, Optional.of(DeviceLevel.SL1), false, Optional.of(true)));
    world.tablet.puts("theirs", "2");

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isZero();
    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH_AND_PULL)).isEqualTo(27459616);
  }

  @Test
  void aLockedDeviceSendsNothingOfAnS3StoreAndTakesItsShareAllTheSame() {
    world.withGrants();
    world.phone.opens(SecurityLabel.S3);
    world.tablet.opens(SecurityLabel.S3);
    world.phone.puts("mine", "1");
    world.tablet.puts("theirs", "2");
    world.phone.tells(new KvServiceActor.ScreenIs(true));

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH)).isEqualTo(27459616);
    assertThat(world.tablet.syncsWith(world.phone, TaskMode.PULL)).isEqualTo(27459616);
    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH_AND_PULL)).isEqualTo(27459616);
    assertThat(world.phone.gets("theirs")).isNotEqualTo(found("2"));
    world.phone.tells(new KvServiceActor.ScreenIs(false));

    assertThat(world.phone.gets("theirs")).isEqualTo(found("2"));
    assertThat(world.tablet.gets("mine")).isNotEqualTo(found("1"));
    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH)).isZero();
    assertThat(world.tablet.gets("mine")).isEqualTo(found("1"));
  }

  @Test
  void rowsThatALockedDeviceIsSentAreThereOnceItIsUnlocked() {
    world.withGrants();
    world.phone.opens(SecurityLabel.S3);
    world.tablet.opens(SecurityLabel.S3);
    world.phone.tells(new KvServiceActor.ScreenIs(true));
    world.tablet.puts("theirs", "2");

    assertThat(world.tablet.syncsWith(world.phone, TaskMode.PUSH)).isZero();
    world.phone.tells(new KvServiceActor.ScreenIs(false));

    assertThat(world.phone.gets("theirs")).isEqualTo(found("2"));
  }

  private static Optional<DenyReason> stop(AttemptReport report) {
    return report.asked().stream()
        .map(GateResult::verdict)
        .flatMap(verdict -> verdict.stop().stream())
        .findFirst();
  }

  private static KvCall.Reply found(String value) {
    return new KvCall.Reply.FromStore(new KvStore.Reply.Found(new Value(Value.Type.STRING, value)));
  }
}
