package dev.trustring.kv.service;

import static dev.trustring.kv.DeviceFixture.STORE;
import static dev.trustring.kv.service.TwoDevices.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import dev.trustring.kv.InMemory;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Silence;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.sync.SyncActor;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What happens when time passes; the test moves it. */
class WaitingTest {
  private static final ActorTestKit KIT = InMemory.kit(ManualTime.config());

  private static final Visible UNHEARD = Silence.PROCESS_ENDED.visible();

  private final ManualTime time = ManualTime.get(KIT.system());
  private final TwoDevices world;

  WaitingTest(TestInfo test) {
    world = new TwoDevices(KIT, test.getDisplayName(), RuleSet.OPENHARMONY);
    world.withGrants().withOpenStores();
  }

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void timesOutWhenTheReceiverDropsTheRequestInSilence() {
    world.tablet.forgets(world.phone);
    world.phone.syncs();
    ReceiverReport dropped = world.tablet.received.receiveMessage();

    time.timePasses(SyncActor.WATCHDOG);

    assertThat(world.phone.completed.receiveMessage()).containsValue(27459599);
    assertThat(world.phone.attempts.receiveMessage().engine()).contains(DbStatus.TIME_OUT);
    assertThat(dropped.asked().get(dropped.asked().size() - 1).verdict().stop())
        .contains(DenyReason.RECEIVER_REFUSES_USER);
    assertThat(world.wire()).containsExactly("MetaRequest", "MetaAnswer", "TimeRequest");
  }

  @Test
  void callsNoProcessBackThatIsGone() {
    world.tablet.forgets(world.phone);
    world.phone.syncs();
    world.tablet.received.receiveMessage();
    world.phone.appEnds();

    time.timePasses(SyncActor.WATCHDOG);

    assertThat(world.phone.attempts.receiveMessage().visible()).isEqualTo(UNHEARD);
    world.tablet.bonds(world.phone, RowSide.ACCESSEE);
    world.phone.opens(SecurityLabel.S1);
    assertThat(world.phone.syncsWith(world.tablet)).as("the first number that comes").isZero();
  }

  @Test
  void syncsAfterADelayThoughTheProcessThatAskedIsGone() {
    world.phone.puts("a", "1");
    world.phone.syncsAfter(Duration.ofMillis(200));
    world.phone.appEnds();

    time.timePasses(Duration.ofMillis(200));

    AttemptReport report = world.phone.attempts.receiveMessage();
    assertThat(report.engine()).contains(DbStatus.OK);
    assertThat(report.visible()).isEqualTo(UNHEARD);
  }

  @Test
  void letsTheNextAttemptRunAfterOneThatTimedOut() {
    TestProbe<String> vanished = KIT.createTestProbe();
    world.swallow(
        message -> message instanceof SyncMessage.DataAnswer,
        () -> vanished.getRef().tell("vanished"));
    world.phone.puts("a", "1");
    world.phone.syncs();
    vanished.receiveMessage();
    world.phone.syncs();
    world.swallow(message -> false, () -> {});

    time.timePasses(SyncActor.WATCHDOG);

    assertThat(world.phone.completed.receiveMessage()).containsValue(27459599);
    assertThat(world.phone.completed.receiveMessage()).containsValue(0);
  }

  @Test
  void refusesTheThirtyThirdSyncWhileAllOthersAreUnfinished() {
    world.phone.syncs();
    world.phone.completed.receiveMessage();
    world.phone.attempts.receiveMessage();
    world.swallow(message -> message instanceof SyncMessage.DataRequest, () -> {});
    for (int call = 1; call <= 32; call++) {
      assertThat(world.phone.syncs()).isEqualTo(new KvCall.Reply.Done());
    }

    assertThat(world.phone.syncs()).isEqualTo(new KvCall.Reply.Failed(Status.ERROR));

    assertThat(world.phone.attempts.receiveMessage().asked())
        .extracting(GateResult::verdict)
        .last()
        .extracting(Verdict::stop)
        .isEqualTo(Optional.of(DenyReason.QUEUE_FULL));
    world.phone.sees(world.tablet, false);
    world.phone.completed.receiveMessage();
  }

  @Test
  void returnsFromADelayedCallAtOnceAndSyncsLater() {
    KvCall.Reply reply = world.phone.syncsAfter(Duration.ofSeconds(2));
    world.phone.completed.expectNoMessage(Duration.ZERO);
    assertThat(world.wire()).isEmpty();

    time.timePasses(Duration.ofSeconds(2));

    assertThat(reply).isEqualTo(new KvCall.Reply.Done());
    assertThat(world.phone.completed.receiveMessage()).containsValue(0);
  }

  @Test
  void makesTheSyncOfAnAppInTheBackgroundWaitASecond() {
    world.phone.runsAs("1", true);
    KvCall.Reply reply = world.phone.syncs();
    time.timePasses(Duration.ofMillis(999));
    assertThat(world.wire()).isEmpty();

    time.timePasses(Duration.ofMillis(1));

    assertThat(reply).isEqualTo(new KvCall.Reply.Done());
    assertThat(world.phone.completed.receiveMessage()).containsValue(0);
  }

  @Test
  void makesTheSyncOfAnAppInTheBackgroundWaitAsItHasSet() {
    world.phone.runsAs("1", true);
    assertThat(world.phone.setsSyncParam(Duration.ofSeconds(3))).isEqualTo(new KvCall.Reply.Done());
    world.phone.syncs();
    time.timePasses(Duration.ofMillis(2999));
    assertThat(world.wire()).isEmpty();

    time.timePasses(Duration.ofMillis(1));

    assertThat(world.phone.completed.receiveMessage()).containsValue(0);
  }

  @Test
  void forgetsWhatAnotherProcessOfTheAppHasSet() {
    world.phone.setsSyncParam(Duration.ofSeconds(3));
    world.phone.runsAs("2", true);
    world.phone.syncs();

    time.timePasses(Duration.ofSeconds(1));

    assertThat(world.phone.completed.receiveMessage()).containsValue(0);
  }

  @Test
  void startsDelayedCallsTogetherThatAreDueAtAboutTheSameTime() {
    world.phone.syncsAfter(Duration.ofSeconds(1));
    world.phone.syncsAfter(Duration.ofMillis(1250));
    world.phone.syncsAfter(Duration.ofMillis(1300));

    time.timePasses(Duration.ofSeconds(1));

    assertThat(world.phone.completed.receiveMessage()).containsValue(0);
    assertThat(world.phone.completed.receiveMessage()).containsValue(0);
    world.phone.completed.expectNoMessage(Duration.ZERO);
  }

  @Test
  void letsAnImmediateSyncThatHasJustBegunComeFirst() {
    world.phone.syncs();
    world.phone.completed.receiveMessage();
    TestProbe<String> told = KIT.createTestProbe();
    world.swallow(
        message -> message instanceof SyncMessage.DataRequest,
        () -> told.getRef().tell("an immediate one is under way"));
    world.phone.syncsAfter(Duration.ofMillis(100));
    world.phone.syncs();
    told.receiveMessage();
    InstantSource usual = world.phone.clock;
    world.phone.clock =
        () -> {
          told.getRef().tell("the delayed one asks whether it may begin");
          return usual.instant();
        };

    time.timePasses(Duration.ofMillis(100));
    told.receiveMessage();
    world.phone.clock = usual;
    world.phone.sees(world.tablet, false);
    assertThat(world.phone.completed.receiveMessage()).containsValue(27459584);
    world.phone.sees(world.tablet, true);
    world.swallow(message -> false, () -> {});

    assertThat(comesAsTimeGoesOn()).containsValue(0);
  }

  /**
   * The next callback. Whoever waits on sets its next timer on a thread of its own, so time goes on
   * until that has happened and the timer is over.
   */
  private Map<DeviceName, Integer> comesAsTimeGoesOn() {
    return world.phone.completed.awaitAssert(
        () -> {
          time.timePasses(Duration.ofMillis(100));
          return world.phone.completed.receiveMessage(Duration.ofMillis(20));
        });
  }

  @Test
  void tellsItsMetadataAgainAndSyncsAllTheSameAfterEnableSync() {
    world.phone.syncsWith(world.tablet);
    world.wire();

    assertThat(world.phone.calls(new KvCall.EnableSync(CALLER, STORE, false)))
        .isEqualTo(new KvCall.Reply.Done());

    assertThat(world.phone.syncsWith(world.tablet)).isZero();
    assertThat(world.wire())
        .containsExactly("MetaRequest", "MetaAnswer", "DataRequest", "DataAnswer");
  }

  @Test
  void refusesToSetADelayForAStoreThatWasNeverOpened() {
    world.phone.restarts();

    assertThat(world.phone.setsSyncParam(Duration.ZERO))
        .isEqualTo(new KvCall.Reply.NoStoreObject());
    assertThat(world.phone.calls(new KvCall.EnableSync(CALLER, STORE, true)))
        .isEqualTo(new KvCall.Reply.NoStoreObject());
  }

  @Test
  void neverCallsBackWhenADelayedCallFindsNobody() {
    world.phone.sees(world.tablet, false);
    KvCall.Reply reply = world.phone.syncsWithin(world.tablet, Duration.ofSeconds(2));

    time.timePasses(Duration.ofSeconds(2));

    assertThat(reply).isEqualTo(new KvCall.Reply.Done());
    assertThat(world.phone.attempts.receiveMessage().visible().word()).isEqualTo("silent");
    world.phone.completed.expectNoMessage(Duration.ZERO);
  }
}
