package dev.trustring.kv.service;

import static dev.trustring.kv.AttemptFixture.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.InMemory;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.SyncRange;
import dev.trustring.kv.store.Value;
import dev.trustring.kv.sync.SyncMessage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Two data services with real tokens and real trust rows, wired back to back. */
class TwoServicesTest {
  private static final String[] FIRST_CONTACT = {
    "MetaRequest",
    "MetaAnswer",
    "TimeRequest",
    "TimeAnswer",
    "AbilityRequest",
    "AbilityAnswer",
    "DataRequest",
    "DataAnswer"
  };
  private static final ActorTestKit KIT = InMemory.kit();

  private final TwoDevices world;

  TwoServicesTest(TestInfo test) {
    world = new TwoDevices(KIT, test.getDisplayName(), RuleSet.OPENHARMONY);
  }

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void pushesARowEndToEnd() {
    world.withGrants().withOpenStores();
    world.phone.puts("a", "1");

    int number = world.phone.syncsWith(world.tablet);

    assertThat(number).isZero();
    assertThat(world.tablet.gets("a")).isEqualTo(found("1"));
    assertThat(world.wire()).containsExactly(FIRST_CONTACT);
    assertThat(world.phone.attempts.receiveMessage().rowsSent()).isEqualTo(1);
    assertThat(world.tablet.received.receiveMessage().asked()).hasSize(14);
  }

  @Test
  void needsTwoMessagesOnceTheTwoKnowEachOther() {
    world.withGrants().withOpenStores();
    world.phone.syncsWith(world.tablet);
    world.wire();
    world.phone.puts("b", "2");

    assertThat(world.phone.syncsWith(world.tablet)).isZero();

    assertThat(world.wire()).containsExactly("DataRequest", "DataAnswer");
    assertThat(world.tablet.gets("b")).isEqualTo(found("2"));
  }

  @Test
  void foldsAMissingPermissionOfTheReceiverIntoTheGeneralError() {
    world.phone.grants();
    world.withOpenStores();
    world.phone.puts("a", "1");

    assertThat(world.phone.syncsWith(world.tablet)).isEqualTo(27459584);

    assertThat(world.phone.attempts.receiveMessage().engine())
        .contains(DbStatus.PERMISSION_CHECK_FORBID_SYNC);
    assertThat(world.tablet.gets("a")).isEqualTo(absent());
    assertThat(world.wire()).containsExactly(FIRST_CONTACT);
  }

  @Test
  void skipsNothingOnceThePermissionIsGranted() {
    world.phone.grants();
    world.withOpenStores();
    world.phone.puts("a", "1");
    world.phone.syncsWith(world.tablet);
    world.wire();
    world.tablet.grants();
    world.phone.puts("b", "2");

    assertThat(world.phone.syncsWith(world.tablet)).isZero();

    assertThat(world.tablet.gets("a")).isEqualTo(found("1"));
    assertThat(world.tablet.gets("b")).isEqualTo(found("2"));
    assertThat(world.wire())
        .containsExactly("DataRequest", "DataAnswer", "DataRequest", "DataAnswer");
  }

  @Test
  void sendsNoDataWithoutThePermissionOfTheSender() {
    world.tablet.grants();
    world.withOpenStores();
    world.phone.puts("a", "1");

    assertThat(world.phone.syncsWith(world.tablet)).isEqualTo(27459584);

    assertThat(world.wire()).containsExactly("MetaRequest", "MetaAnswer");
  }

  @Test
  void tellsThatTheReceiverNeverOpenedTheStore() {
    world.withGrants();
    world.phone.opens(SecurityLabel.S1);

    assertThat(world.phone.syncsWith(world.tablet)).isEqualTo(27459584);

    assertThat(world.phone.attempts.receiveMessage().engine()).contains(DbStatus.COMM_FAILURE);
    assertThat(world.wire())
        .containsExactly("MetaRequest", "MetaAnswer", "TimeRequest", "NoCommunicator");
  }

  @Test
  void refusesStoresOfDifferentLabels() {
    world.withGrants();
    world.phone.opens(SecurityLabel.S2);
    world.tablet.opens(SecurityLabel.S3);

    assertThat(world.phone.syncsWith(world.tablet)).isEqualTo(27459616);
  }

  @Test
  void noticesThatTheReceiverHasRaisedItsLabel() {
    world.withGrants().withOpenStores();
    world.phone.syncsWith(world.tablet);
    world.tablet.opens(SecurityLabel.S2);
    world.phone.puts("a", "1");

    assertThat(world.phone.syncsWith(world.tablet)).isEqualTo(27459616);

    assertThat(world.tablet.gets("a")).isEqualTo(absent());
  }

  @Test
  void negotiatesAgainOnceBothHaveRaisedTheirLabels() {
    world.withGrants().withOpenStores();
    world.phone.syncsWith(world.tablet);
    world.tablet.opens(SecurityLabel.S2);
    world.phone.opens(SecurityLabel.S2);
    world.phone.puts("a", "1");
    world.wire();

    assertThat(world.phone.syncsWith(world.tablet)).isZero();

    assertThat(world.tablet.gets("a")).isEqualTo(found("1"));
    assertThat(world.wire())
        .containsExactly(
            "MetaRequest",
            "MetaAnswer",
            "AbilityRequest",
            "AbilityAnswer",
            "DataRequest",
            "DataAnswer");
  }

  @Test
  void respectsARangeThatWasSetBeforeTheyMet() {
    world.withGrants().withOpenStores();
    world.phone.uses(range("work", "work"));
    world.tablet.uses(range("home", "home"));

    assertThat(world.phone.syncsWith(world.tablet)).isEqualTo(27459584);

    assertThat(world.wire()).containsExactly("MetaRequest", "MetaAnswer");
  }

  @Test
  void needsNoMessageForAPushBehindOneThatHasSentEverything() {
    world.withGrants().withOpenStores();
    world.phone.syncsWith(world.tablet);
    world.wire();
    world.phone.puts("a", "1");

    TestProbe<SyncMessage> late = KIT.createTestProbe();
    world.hold(message -> message instanceof SyncMessage.DataAnswer, late.getRef()::tell);

    world.phone.starts(world.tablet, TaskMode.PUSH);
    world.phone.starts(world.tablet, TaskMode.PUSH);
    world.phone.tells(new KvServiceActor.FromPeer(world.tablet.name, late.receiveMessage()));

    assertThat(world.phone.number(world.tablet)).isZero();
    assertThat(world.phone.number(world.tablet)).isZero();
    assertThat(world.wire()).containsExactly("DataRequest", "DataAnswer");
  }

  @Test
  void sendsALostPacketAgainWithTheNextSync() {
    world.withGrants().withOpenStores();
    world.phone.syncsWith(world.tablet);
    world.phone.puts("a", "1");
    world.lose(message -> message instanceof SyncMessage.DataRequest);
    assertThat(world.phone.syncsWith(world.tablet)).isEqualTo(27459584);
    world.wire();

    world.lose(message -> false);
    assertThat(world.phone.syncsWith(world.tablet)).isZero();

    assertThat(world.tablet.gets("a")).isEqualTo(found("1"));
    assertThat(world.wire())
        .containsExactly("DataRequest", "DataAnswer", "DataRequest", "DataAnswer");
  }

  @Test
  void tellsItsRecordsAgainWhenTheAnswerWithThemWasLost() {
    world.withGrants().withOpenStores();
    TestProbe<String> vanished = KIT.createTestProbe();
    world.swallow(
        message -> message instanceof SyncMessage.MetaAnswer,
        () -> vanished.getRef().tell("vanished"));
    world.phone.syncs();
    vanished.receiveMessage();
    world.swallow(message -> false, () -> {});
    world.tablet.puts("t", "1");

    int number = world.tablet.syncsWith(world.phone);

    assertThat(number).isZero();
    assertThat(world.phone.gets("t")).isEqualTo(found("1"));
  }

  @Test
  void endsRunningAndWaitingAttemptsWhenThePeerGoesOffline() {
    world.withGrants().withOpenStores();
    TestProbe<String> sent = KIT.createTestProbe();
    world.swallow(
        message -> message instanceof SyncMessage.TimeRequest, () -> sent.getRef().tell("sent"));
    world.phone.syncs();
    sent.receiveMessage();
    world.phone.syncs();

    world.phone.sees(world.tablet, false);

    assertThat(world.phone.completed.receiveMessage()).containsValue(27459584);
    assertThat(world.phone.completed.receiveMessage()).containsValue(27459584);
    assertThat(world.phone.attempts.receiveSeveralMessages(2))
        .extracting(AttemptReport::engine)
        .allSatisfy(status -> assertThat(status).contains(DbStatus.COMM_FAILURE));
  }

  @Test
  void throwsWhenTheOtherIsOffline() {
    world.withGrants().withOpenStores();
    world.phone.sees(world.tablet, false);

    assertThat(world.phone.syncs()).isEqualTo(new KvCall.Reply.Failed(Status.DEVICE_NOT_ONLINE));
  }

  @Test
  void syncsTheOtherWayRoundAndLetsTheLaterWriteWin() {
    world.withGrants().withOpenStores();
    world.phone.puts("a", "first");
    world.phone.syncsWith(world.tablet);
    world.tablet.puts("a", "second");

    assertThat(world.tablet.syncsWith(world.phone)).isZero();

    assertThat(world.phone.gets("a")).isEqualTo(found("second"));
  }

  @Test
  void findsItsWayAgainAfterTheReceiverRestarted() {
    world.withGrants().withOpenStores();
    world.phone.puts("a", "1");
    world.phone.syncsWith(world.tablet);
    world.tablet.restarts();
    world.meet();
    world.phone.puts("b", "2");

    assertThat(world.phone.syncsWith(world.tablet)).isZero();

    world.tablet.opens(SecurityLabel.S1);
    assertThat(world.tablet.gets("a")).isEqualTo(found("1"));
    assertThat(world.tablet.gets("b")).isEqualTo(found("2"));
  }

  @Test
  void measuresTheClocksAgainWhenOneWasSet() {
    world.withGrants().withOpenStores();
    world.phone.syncsWith(world.tablet);
    world.wire();
    world.tablet.tells(new KvServiceActor.ClockChanged());

    assertThat(world.phone.syncsWith(world.tablet)).isZero();

    assertThat(world.wire()).startsWith("DataRequest", "DataAnswer", "TimeRequest", "TimeAnswer");
  }

  @Test
  void syncsAStoreThatTheAppHasClosedButDoesNotLetItWrite() {
    world.withGrants().withOpenStores();
    world.phone.puts("a", "1");
    world.phone.closes();

    assertThat(world.phone.puts("b", "2"))
        .isEqualTo(new KvCall.Reply.Failed(Status.ALREADY_CLOSED));
    assertThat(world.phone.syncsWith(world.tablet)).isZero();
    assertThat(world.tablet.gets("a")).isEqualTo(found("1"));
  }

  @Test
  void hasNoStoreObjectBeforeTheFirstOpening() {
    world.withGrants();

    assertThat(world.phone.puts("a", "1")).isEqualTo(new KvCall.Reply.NoStoreObject());
    assertThat(world.phone.syncs()).isEqualTo(new KvCall.Reply.NoStoreObject());
  }

  @Test
  void refusesToOpenWithALowerLabel() {
    world.phone.opens(SecurityLabel.S2);

    assertThat(world.phone.opens(SecurityLabel.S1))
        .isEqualTo(new KvCall.Reply.Failed(Status.STORE_META_CHANGED));
  }

  @Test
  void opensWithoutAnyPermissionUnlessTheArticleHasItsWay(TestInfo test) {
    TwoDevices article = new TwoDevices(KIT, test.getDisplayName() + "-2", RuleSet.ARTICLE);

    assertThat(world.phone.opens(SecurityLabel.S1)).isEqualTo(new KvCall.Reply.Done());
    assertThat(article.phone.opens(SecurityLabel.S1))
        .isEqualTo(new KvCall.Reply.OpenDenied("PERMISSION_DENIED"));
    article.phone.grants();
    assertThat(article.phone.opens(SecurityLabel.S1)).isEqualTo(new KvCall.Reply.Done());
  }

  @Test
  void opensNoStoreForAnUndeclaredDataGroupUnderTheArticle(TestInfo test) {
    TwoDevices article = new TwoDevices(KIT, test.getDisplayName() + "-2", RuleSet.ARTICLE);
    world.phone.expects("group.notes", "group.note");
    article.phone.grants();

    article.phone.expects("group.notes", "group.note");
    assertThat(article.phone.opens(SecurityLabel.S1))
        .isEqualTo(new KvCall.Reply.OpenDenied("PERMISSION_DENIED"));
    article.phone.expects("group.notes", "group.notes");
    assertThat(article.phone.opens(SecurityLabel.S1)).isEqualTo(new KvCall.Reply.Done());
    assertThat(world.phone.opens(SecurityLabel.S1)).isEqualTo(new KvCall.Reply.Done());
  }

  @Test
  void showsWhatItKnowsAsAReceiverWithoutAnyPacket() {
    world.withOpenStores();
    TestProbe<ReceiverReport> answer = KIT.createTestProbe();

    world.tablet.tells(
        new KvServiceActor.Inspect(AttemptFixture.ID, world.phone.name, LINK, answer.getRef()));
    ReceiverReport report = answer.receiveMessage();

    assertThat(report.asked()).isEmpty();
    assertThat(report.facts().self().datasync().granted()).isFalse();
    assertThat(report.facts().self().store()).isPresent();
    assertThat(report.facts().sender().access().permitted()).isTrue();
    assertThat(report.facts().sender().recordKnown()).isFalse();
  }

  private static KvCall.Reply found(String text) {
    return new KvCall.Reply.FromStore(new KvStore.Reply.Found(new Value(Value.Type.STRING, text)));
  }

  private static KvCall.Reply absent() {
    return new KvCall.Reply.FromStore(new KvStore.Reply.Refused(Status.NOT_FOUND));
  }

  private static KvStore.Command range(String local, String remote) {
    return new KvStore.Command.SetRange(new SyncRange(List.of(local), List.of(remote)));
  }
}
