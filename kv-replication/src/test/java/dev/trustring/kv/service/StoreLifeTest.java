package dev.trustring.kv.service;

import static dev.trustring.kv.DeviceFixture.STORE;
import static dev.trustring.kv.service.TwoDevices.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.InMemory;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.SubscribeType;
import dev.trustring.kv.store.Value;
import dev.trustring.kv.sync.SyncMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Stores that are deleted, written in transactions and watched, between two devices. */
class StoreLifeTest {
  private static final ActorTestKit KIT = InMemory.kit();
  private static final KvCall.Reply DONE = new KvCall.Reply.Done();
  private static final int ERROR = Status.ERROR.number();
  private static final int DB_ERROR = Status.DB_ERROR.number();

  private static final StoreId DRAFTS = new StoreId("drafts");
  private static final StoreOptions OPTIONS =
      new StoreOptions(
          true, false, true, false, KvStoreType.SINGLE_VERSION, SecurityLabel.S1, Optional.empty());

  private final TwoDevices world;

  StoreLifeTest(TestInfo test) {
    world = new TwoDevices(KIT, "life " + test.getDisplayName(), RuleSet.OPENHARMONY);
    world.withGrants().withOpenStores();
  }

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void closesAndForgetsAStoreThatIsDeleted() {
    world.phone.puts("a", "1");

    assertThat(world.phone.deletes()).isEqualTo(DONE);

    assertThat(world.phone.gets("a")).isEqualTo(failed(Status.ALREADY_CLOSED));
    assertThat(ids()).isEqualTo(new KvCall.Reply.Stores(List.of()));
    assertThat(world.phone.deletes()).isEqualTo(failed(Status.NOT_FOUND));
  }

  @Test
  void forgetsAStoreWhoseFileWasGoneWhenTheDeviceDied() {
    world.phone.uses(new KvStore.Command.DeleteStore());
    world.phone.restarts();
    assertThat(ids()).isEqualTo(new KvCall.Reply.Stores(List.of(STORE)));

    assertThat(world.phone.deletes()).isEqualTo(DONE);

    assertThat(ids()).isEqualTo(new KvCall.Reply.Stores(List.of()));
    assertThat(world.phone.deletes()).isEqualTo(failed(Status.NOT_FOUND));
  }

  @Test
  void givesUpASyncThatFindsNoFile() {
    world.phone.uses(new KvStore.Command.DeleteStore());
    world.phone.syncs();

    assertThat(stop(world.phone.attempts.receiveMessage())).contains(DenyReason.STORE_NOT_OPENED);
  }

  @Test
  void deletesOnlyUnderTheNameOfItsManager() {
    assertThat(world.phone.calls(new KvCall.DeleteStore(CALLER, "com.example.other", STORE)))
        .isEqualTo(failed(Status.NOT_FOUND));
    assertThat(ids()).isEqualTo(new KvCall.Reply.Stores(List.of(STORE)));
  }

  @Test
  void closesNothingUnderAnotherName() {
    world.phone.calls(new KvCall.CloseStore(CALLER, Optional.of("com.example.other"), STORE));

    assertThat(world.phone.puts("a", "1")).isEqualTo(fromStore(new KvStore.Reply.Done()));
  }

  @Test
  void tellsItsStoresToNobodyElse() {
    assertThat(world.phone.calls(new KvCall.StoreIds(CALLER, "com.example.other")))
        .isEqualTo(failed(Status.PERMISSION_DENIED));
  }

  @Test
  void makesANewStoreAfterADeletionAndGetsEverythingAgain() {
    world.tablet.puts("theirs", "1");
    world.phone.puts("mine", "1");
    world.tablet.syncsWith(world.phone);
    world.phone.syncsWith(world.tablet);
    world.phone.deletes();
    world.phone.opens(SecurityLabel.S1);
    assertThat(world.phone.gets("theirs")).isEqualTo(fromStore(notFound()));
    world.wire();

    assertThat(world.tablet.syncsWith(world.phone)).isZero();

    assertThat(world.phone.gets("theirs")).isEqualTo(fromStore(found("1")));
    assertThat(world.phone.gets("mine")).isEqualTo(fromStore(notFound()));
    assertThat(world.wire()).contains("AbilityRequest");
  }

  @Test
  void isNoPlaceToSyncToAnyMore() {
    world.tablet.puts("theirs", "1");
    world.tablet.syncsWith(world.phone);
    world.phone.deletes();

    assertThat(world.tablet.syncsWith(world.phone)).isEqualTo(ERROR);
  }

  @Test
  void tellsPeersOfTheDeletionWithTheNextExchange() {
    world.tablet.syncsWith(world.phone);
    world.phone.deletes();
    world.phone.calls(new KvCall.GetStore(CALLER, DRAFTS, OPTIONS));
    world.phone.calls(
        new KvCall.Sync(
            CALLER,
            DRAFTS,
            List.of(),
            TaskMode.PUSH,
            Duration.ZERO,
            new KvProcess("1", false),
            Optional.empty()));
    world.phone.number(world.tablet);
    world.wire();

    assertThat(world.tablet.syncsWith(world.phone)).isEqualTo(ERROR);

    assertThat(world.wire()).contains("MetaRequest");
  }

  @Test
  void cannotBeSyncedAfterItsDeletion() {
    world.phone.deletes();

    assertThat(world.phone.syncs()).isEqualTo(new KvCall.Reply.NoStoreObject());
    assertThat(stop(world.phone.attempts.receiveMessage())).contains(DenyReason.STORE_NOT_OPENED);
  }

  @Test
  void losesADelayedSyncWithTheStore() {
    world.phone.syncsWithin(world.tablet, Duration.ofMillis(100));
    world.phone.deletes();

    AttemptReport report = world.phone.attempts.receiveMessage();

    assertThat(stop(report)).contains(DenyReason.STORE_NOT_OPENED);
    assertThat(report.visible()).isInstanceOf(Visible.Silent.class);
  }

  @Test
  void endsWhatIsUnderWayForItAndTellsNoApp() {
    world.phone.puts("a", "1");
    world.swallow(
        message -> message instanceof SyncMessage.DataRequest,
        () -> world.phone.tells(new KvServiceActor.Call(deletion(), KIT.system().ignoreRef())));
    world.phone.syncs();

    AttemptReport report = world.phone.attempts.receiveMessage();

    assertThat(stop(report)).contains(DenyReason.STORE_NOT_OPENED);
    assertThat(report.visible()).isInstanceOf(Visible.Silent.class);
    world.phone.completed.expectNoMessage(Duration.ofMillis(50));
  }

  @Test
  void refusesAPacketWhileItsAppHoldsATransaction() {
    world.phone.puts("a", "1");
    start(world.tablet);

    assertThat(world.phone.syncsWith(world.tablet)).isEqualTo(DB_ERROR);

    commit(world.tablet);
    assertThat(world.tablet.gets("a")).isEqualTo(fromStore(notFound()));
    assertThat(world.phone.syncsWith(world.tablet)).isZero();
    assertThat(world.tablet.gets("a")).isEqualTo(fromStore(found("1")));
  }

  @Test
  void cannotKeepWhatItAskedForInsideATransaction() {
    world.tablet.puts("a", "1");
    start(world.phone);

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isEqualTo(DB_ERROR);

    assertThat(stop(world.phone.attempts.receiveMessage())).contains(DenyReason.SAVE_FAILED);
    commit(world.phone);
    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isZero();
    assertThat(world.phone.gets("a")).isEqualTo(fromStore(found("1")));
  }

  @Test
  void rollsBackWithTheLastClose() {
    start(world.phone);
    world.phone.puts("a", "1");

    world.phone.closes();
    world.phone.opens(SecurityLabel.S1);

    assertThat(world.phone.gets("a")).isEqualTo(fromStore(notFound()));
    assertThat(start(world.phone)).isEqualTo(fromStore(new KvStore.Reply.Done()));
  }

  @Test
  void rollsBackAndForgetsCallbacksWhenTheProcessOfTheAppEnds() {
    world.phone.uses(new KvStore.Command.Observe("f", SubscribeType.SUBSCRIBE_TYPE_ALL));
    start(world.phone);
    world.phone.puts("a", "1");
    world.phone.tells(
        new KvServiceActor.AppEnded(new BundleName("com.example.other"), CALLER.user()));
    assertThat(world.phone.gets("a")).isEqualTo(fromStore(found("1")));

    world.phone.appEnds();
    assertThat(world.phone.gets("a")).isEqualTo(new KvCall.Reply.NoStoreObject());

    world.phone.opens(SecurityLabel.S1);
    assertThat(world.phone.gets("a")).isEqualTo(fromStore(notFound()));
    world.phone.puts("b", "1");
    world.phone.changes.expectNoMessage(Duration.ofMillis(20));
  }

  @Test
  void holdsNothingOfItsStoresWhenTheProcessOfTheAppEnds() {
    world.phone.opens(SecurityLabel.S1);
    world.phone.puts("a", "1");

    world.phone.appEnds();

    assertThat(world.phone.puts("a", "2")).isEqualTo(new KvCall.Reply.NoStoreObject());
    assertThat(world.phone.syncs()).isEqualTo(new KvCall.Reply.NoStoreObject());
    world.phone.opens(SecurityLabel.S1);
    assertThat(world.phone.gets("a")).isEqualTo(fromStore(found("1")));
    world.phone.closes();
    assertThat(world.phone.gets("a"))
        .as("opened once by this process")
        .isEqualTo(new KvCall.Reply.Failed(Status.ALREADY_CLOSED));
  }

  @Test
  void losesItsStoresWhenTheAppIsRemoved() {
    world.phone.puts("a", "1");
    world.phone.syncsWith(world.tablet);

    world.phone.appEnds();
    world.phone.calls(new KvCall.RemoveStores(CALLER));

    world.phone.opens(SecurityLabel.S1);
    assertThat(world.phone.gets("a")).isEqualTo(fromStore(notFound()));
    assertThat(world.tablet.gets("a"))
        .as("what others have stays")
        .isEqualTo(fromStore(found("1")));
  }

  @Test
  void isUnknownToOthersOnceTheAppIsRemoved() {
    world.phone.appEnds();
    world.phone.calls(new KvCall.RemoveStores(CALLER));

    assertThat(world.tablet.syncsWith(world.phone)).isEqualTo(Status.ERROR.number());
    assertThat(ids()).isEqualTo(new KvCall.Reply.Stores(List.of()));
  }

  @Test
  void rollsBackWhenTheDeviceDies() {
    start(world.phone);
    world.phone.puts("a", "1");

    world.phone.restarts();
    world.phone.opens(SecurityLabel.S1);

    assertThat(world.phone.gets("a")).isEqualTo(fromStore(notFound()));
  }

  @Test
  void tellsTheReceiversAppWhatCame() {
    world.tablet.uses(new KvStore.Command.Observe("refresh", SubscribeType.SUBSCRIBE_TYPE_REMOTE));
    world.phone.puts("a", "1");
    world.phone.puts("b", "2");

    world.phone.syncsWith(world.tablet);

    assertThat(world.tablet.changes.receiveMessage())
        .satisfies(
            told -> {
              assertThat(told.callback()).isEqualTo("refresh");
              assertThat(told.change().inserted()).hasSize(2);
              assertThat(told.change().deviceId()).isEmpty();
            });
    world.tablet.changes.expectNoMessage(Duration.ofMillis(20));
  }

  @Test
  void negotiatesAbilitiesAgainAfterARestore() {
    world.phone.puts("a", "1");
    world.phone.uses(new KvStore.Command.Backup("monday"));
    world.phone.syncsWith(world.tablet);
    world.wire();
    world.phone.uses(new KvStore.Command.Restore("sunday"));
    world.phone.syncsWith(world.tablet);
    assertThat(world.wire()).doesNotContain("AbilityRequest");

    assertThat(world.phone.uses(new KvStore.Command.Restore("monday")))
        .isEqualTo(fromStore(new KvStore.Reply.Done()));

    assertThat(world.phone.syncsWith(world.tablet)).isZero();
    assertThat(world.wire()).contains("AbilityRequest");
  }

  @Test
  void refusesRekeyAndRestoreWhileASyncIsUnderWay() {
    world.phone.uses(new KvStore.Command.Backup("monday"));
    world.phone.puts("a", "1");
    TestProbe<KvCall.Reply> answers = KIT.createTestProbe();
    world.swallow(
        message -> message instanceof SyncMessage.DataRequest,
        () -> {
          asks(new KvStore.Command.Rekey(), answers);
          asks(new KvStore.Command.Restore("monday"), answers);
          asks(new KvStore.Command.Backup("tuesday"), answers);
        });

    world.phone.syncs();

    assertThat(answers.receiveMessage()).isEqualTo(failed(Status.DB_ERROR));
    assertThat(answers.receiveMessage()).isEqualTo(failed(Status.DB_ERROR));
    assertThat(answers.receiveMessage()).isEqualTo(fromStore(new KvStore.Reply.Done()));
  }

  private void asks(KvStore.Command command, TestProbe<KvCall.Reply> answers) {
    world.phone.tells(
        new KvServiceActor.Call(new KvCall.OnStore(CALLER, STORE, command), answers.getRef()));
  }

  private KvCall.Reply ids() {
    return world.phone.calls(new KvCall.StoreIds(CALLER, CALLER.bundle().value()));
  }

  private static KvCall.DeleteStore deletion() {
    return new KvCall.DeleteStore(CALLER, CALLER.bundle().value(), STORE);
  }

  private static KvCall.Reply start(TwoDevices.Device device) {
    return device.uses(new KvStore.Command.StartTransaction());
  }

  private static void commit(TwoDevices.Device device) {
    device.uses(new KvStore.Command.Commit());
  }

  private static Optional<DenyReason> stop(AttemptReport report) {
    return report.asked().stream().flatMap(result -> result.verdict().stop().stream()).findFirst();
  }

  private static KvCall.Reply failed(Status status) {
    return new KvCall.Reply.Failed(status);
  }

  private static KvCall.Reply fromStore(KvStore.Reply reply) {
    return new KvCall.Reply.FromStore(reply);
  }

  private static KvStore.Reply found(String value) {
    return new KvStore.Reply.Found(new Value(Value.Type.STRING, value));
  }

  private static KvStore.Reply notFound() {
    return new KvStore.Reply.Refused(Status.NOT_FOUND);
  }
}
