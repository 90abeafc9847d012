package dev.trustring.kv.service;

import static dev.trustring.kv.DeviceFixture.NOTES;
import static dev.trustring.kv.DeviceFixture.NOTES_APP;
import static dev.trustring.kv.DeviceFixture.STORE;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.DeviceFixture;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.OpenRefusal;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Trigger;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.sync.Gathered;
import dev.trustring.kv.sync.Knowledge;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.kv.sync.Subscriptions;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call of sync on the phone comes to before anything runs. */
class SyncPlanTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TreeMap<DeviceName, AttemptId> targets = new TreeMap<>();
  private final TreeMap<DeviceName, Gathered> known = new TreeMap<>();
  private Duration delay = Duration.ZERO;
  private Optional<BundleName> manager = Optional.of(NOTES);
  private boolean opened = true;
  private DeviceFixture phone = aPhone();
  private Optional<OpenRefusal> refusal = Optional.empty();
  private int instance;
  private int unfinished;
  private boolean metadata = true;

  @ParameterizedTest(name = "{0} ms become {1} ms")
  @CsvSource({
    "0, 0",
    "1, 100",
    "99, 100",
    "100, 100",
    "2500, 2500",
    "86400000, 86400000",
    "86400001, 86400000"
  })
  void forcesADelayIntoItsLimits(long given, long effective) {
    assertThat(SyncPlan.effective(Duration.ofMillis(given), false, SECOND))
        .isEqualTo(Duration.ofMillis(effective));
  }

  @ParameterizedTest(name = "{0} ms with {1} ms set become {2} ms")
  @CsvSource({"0, 0, 1000", "0, 100, 100", "0, 86400000, 86400000", "50, 5000, 100"})
  void makesAnAppInTheBackgroundWait(long given, long param, long effective) {
    assertThat(SyncPlan.effective(Duration.ofMillis(given), true, Duration.ofMillis(param)))
        .isEqualTo(Duration.ofMillis(effective));
  }

  @Test
  void startsAnAttemptForEachDevice() {
    targets(aTablet(), aWatch());

    SyncPlan.Judged judged = judged();

    assertThat(judged.reply()).isEqualTo(new KvCall.Reply.Done());
    assertThat(judged.started())
        .extracting(subject -> subject.peer().value())
        .containsExactly("tablet", "watch");
    assertThat(judged.started().get(0).asked()).hasSize(7);
    assertThat(judged.reports(false)).isEmpty();
  }

  @Test
  void throwsWhenNoDeviceResolves() {
    targets(aTablet().offline(), aWatch().outsideTheRing());

    SyncPlan.Judged judged = judged();

    assertThat(judged.reply()).isEqualTo(new KvCall.Reply.Failed(Status.DEVICE_NOT_ONLINE));
    assertThat(judged.reports(false))
        .extracting(AttemptReport::visible)
        .containsOnly(
            new Visible.Thrown("SingleKVStore.sync", OptionalInt.empty(), "DEVICE_NOT_ONLINE"));
  }

  @Test
  void throwsWhenTheUserIsNotInTheRecord() {
    phone = aPhone().withUserInTheBackground();
    targets(aTablet());

    assertThat(judged().reply()).isEqualTo(new KvCall.Reply.Failed(Status.ERROR));
  }

  @Test
  void throwsWhenThereIsNobodyToSendTo() {
    assertThat(judged().reply()).isEqualTo(new KvCall.Reply.Failed(Status.DEVICE_NOT_ONLINE));
  }

  @Test
  void dropsWhatDoesNotResolveAmongOthersInSilence() {
    targets(aTablet(), aWatch().offline());

    SyncPlan.Judged judged = judged();

    assertThat(judged.reply()).isEqualTo(new KvCall.Reply.Done());
    assertThat(judged.started()).hasSize(1);
    assertThat(judged.reports(false))
        .extracting(AttemptReport::visible)
        .containsExactly(new Visible.Silent("the device is missing from syncComplete"));
  }

  @Test
  void losesEverythingThatFailsAfterADelay() {
    delay = SECOND;
    targets(aWatch().offline());

    SyncPlan.Judged judged = judged();

    assertThat(plan().isDelayed()).isTrue();
    assertThat(judged.reports(true).get(0).visible()).isInstanceOf(Visible.Silent.class);
  }

  @Test
  void throwsForAWrongBundleNameBeforeItLooksAtTheDelay() {
    delay = SECOND;
    manager = Optional.of(new BundleName("com.example.chess"));
    targets(aTablet());

    assertThat(plan().isDelayed()).isFalse();
    assertThat(judged().reply()).isEqualTo(new KvCall.Reply.Failed(Status.PERMISSION_DENIED));
    assertThat(judged().reports(false).get(0).visible().word()).isEqualTo("202");
  }

  @Test
  void throwsForAWrongBundleNameEvenWithoutAnyDevice() {
    manager = Optional.of(new BundleName("com.example.chess"));

    assertThat(judged().reply()).isEqualTo(new KvCall.Reply.Failed(Status.PERMISSION_DENIED));
  }

  @Test
  void throwsForACloneBeforeItLooksAtTheDelay() {
    delay = SECOND;
    instance = 1;
    targets(aTablet());

    assertThat(plan().isDelayed()).isFalse();
    assertThat(judged().reply()).isEqualTo(new KvCall.Reply.Failed(Status.NOT_SUPPORT));
  }

  @Test
  void hasNoStoreObjectToCallWithoutAnOpenStore() {
    delay = SECOND;
    opened = false;
    targets(aTablet());

    assertThat(plan().isDelayed()).isFalse();
    assertThat(judged().reply()).isEqualTo(new KvCall.Reply.NoStoreObject());
    assertThat(judged().reports(false).get(0).visible().word()).isEqualTo("TypeError");
  }

  @Test
  void showsTheRefusalOfTheOpeningUnderTheArticle() {
    opened = false;
    refusal = Optional.of(new OpenRefusal("PERMISSION_DENIED", aPhone().store().orElseThrow()));
    targets(aTablet());

    assertThat(judged().reply()).isEqualTo(new KvCall.Reply.NoStoreObject());
    assertThat(judged().reports(false).get(0).visible())
        .isEqualTo(
            new Visible.Thrown(
                "distributedKVStore.getKVStore", OptionalInt.empty(), "PERMISSION_DENIED"));
  }

  @Test
  void forgetsARefusalOnceTheStoreIsOpen() {
    refusal = Optional.of(new OpenRefusal("PERMISSION_DENIED", aPhone().store().orElseThrow()));
    targets(aTablet().offline());

    assertThat(judged().reports(false).get(0).visible().word()).isEqualTo("DEVICE_NOT_ONLINE");
  }

  @Test
  void throwsWithoutACodeWhenTheQueueIsFull() {
    unfinished = 32;
    targets(aTablet(), aWatch());

    assertThat(judged().reply()).isEqualTo(new KvCall.Reply.Failed(Status.ERROR));
    assertThat(judged().reports(false))
        .extracting(AttemptReport::visible)
        .containsOnly(new Visible.Thrown("SingleKVStore.sync", OptionalInt.empty(), "ERROR"));
    assertThat(judged().stopped())
        .extracting(SyncPlan.Stopped::reason)
        .containsOnly(DenyReason.QUEUE_FULL);
  }

  @Test
  void losesTheRefusalOfAFullQueueWhereMetadataHadToComeFirst() {
    unfinished = 32;
    metadata = false;
    targets(aTablet());

    assertThat(judged().reply()).isEqualTo(new KvCall.Reply.Done());
    assertThat(judged().reports(false).get(0).visible().word()).isEqualTo("silent");
  }

  private void targets(DeviceFixture... devices) {
    for (DeviceFixture device : devices) {
      AttemptId id = new AttemptId(aPhone().name(), 1, targets.size() + 1);
      targets.put(device.name(), id);
      known.put(device.name(), gathered(device));
    }
  }

  private SyncPlan plan() {
    KvCaller caller = new KvCaller(NOTES, NOTES_APP, OsAccountId.FIRST, instance);
    return new SyncPlan(
        RuleSet.OPENHARMONY,
        caller,
        STORE,
        targets,
        delay,
        TaskMode.PUSH,
        manager,
        opened,
        refusal,
        DataGroup.NONE,
        unfinished,
        Optional.empty(),
        Trigger.CALL);
  }

  private SyncPlan.Judged judged() {
    return plan().judge(known);
  }

  private Gathered gathered(DeviceFixture device) {
    return new Gathered(
        RuleSet.OPENHARMONY,
        phone.asEnd(),
        device.seenBy(aPhone()),
        new Knowledge(
            aPhone().store(),
            Optional.empty(),
            Optional.empty(),
            PeerInfo.STRANGER,
            metadata,
            true,
            true,
            0,
            true,
            false,
            Subscriptions.NONE),
        new Link(NOTES, NOTES_APP, new StoreId("notes"), OsAccountId.FIRST));
  }

  @Test
  void keepsItsTargetsInTheOrderOfTheirNames() {
    targets(aWatch(), aTablet());

    assertThat(List.copyOf(plan().targets().keySet()))
        .containsExactly(aTablet().name(), aWatch().name());
  }
}
