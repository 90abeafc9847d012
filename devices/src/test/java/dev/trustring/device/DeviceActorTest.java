package dev.trustring.device;

import static dev.trustring.device.TwoDevices.ALICE;
import static dev.trustring.device.TwoDevices.LOGIN;
import static dev.trustring.device.TwoDevices.NOTES;
import static dev.trustring.device.TwoDevices.QUICK;
import static dev.trustring.device.TwoDevices.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.device.person.Person;
import dev.trustring.device.person.Person.BindAnswer;
import dev.trustring.device.person.Person.PermissionAnswer;
import dev.trustring.device.person.Person.PinTyping;
import dev.trustring.device.profile.DeviceKind;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.status.Status;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ring.AwayReason;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.RingId;
import dev.trustring.trust.wire.BindReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class DeviceActorTest {
  private static final ActorTestKit KIT = InMemory.kit();

  private static final String REQUEST = "abilityAccessCtrl.requestPermissionsFromUser";
  private static final String CHECK = "abilityAccessCtrl.checkAccessTokenSync";
  private static final String LIST = "distributedDeviceManager.getAvailableDeviceListSync";
  private static final String BIND = "distributedDeviceManager.bindTarget";
  private static final String UI_ACTION = "distributedDeviceManager.replyUiAction";
  private static final String DATASYNC = "'ohos.permission.DISTRIBUTED_DATASYNC'";
  private static final RingId RING = new RingId("account:test");

  private String story = "";

  @BeforeEach
  void nameTheStory(TestInfo test) {
    story = test.getTestMethod().orElseThrow().getName();
    story = story.substring(0, Math.min(40, story.length()));
  }

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void grantsAPermissionThatThePersonAllows() {
    TwoDevices.Device phone = devices(DeviceKind.TABLET).phone;
    phone.hasNotes();

    CallOutcome outcome = asks(phone, PermissionAnswer.ALLOW).receiveMessage();

    assertThat(outcome.shortForm()).contains("\"authResults\":[0]");
    assertThat(checks(phone)).isEqualTo("0");
  }

  @Test
  void keepsAPermissionThatThePersonDenies() {
    TwoDevices.Device phone = devices(DeviceKind.TABLET).phone;
    phone.hasNotes();

    CallOutcome outcome = asks(phone, PermissionAnswer.DENY).receiveMessage();

    assertThat(outcome.shortForm()).contains("\"authResults\":[-1]");
    assertThat(checks(phone)).isEqualTo("-1");
  }

  @Test
  void leavesARequestOpenFromWhichThePersonWalksAway() {
    TwoDevices.Device phone = devices(DeviceKind.TABLET).phone;
    phone.hasNotes();

    TestProbe<CallOutcome> ignored = asks(phone, PermissionAnswer.IGNORE);
    phone.sees(Witness.Dialog.class, dialog -> true);
    asks(phone, PermissionAnswer.ALLOW).receiveMessage();

    ignored.expectNoMessage(Duration.ZERO);
  }

  @Test
  void makesRowsOnBothSidesOfOneAccount() {
    TwoDevices two = devices(DeviceKind.TABLET);

    two.phone.does(SETTINGS, LOGIN, ALICE);
    two.other.does(SETTINGS, LOGIN, ALICE);

    assertThat(rowTowards(two.phone, two.other).bindType()).isEqualTo(BindType.IDENTICAL_ACCOUNT);
    assertThat(rowTowards(two.other, two.phone).bindType()).isEqualTo(BindType.IDENTICAL_ACCOUNT);
    assertThat(two.phone.seesARingWith(two.other)).isEqualTo(two.other.seesARingWith(two.phone));
  }

  @Test
  void listsAPeerOnceItIsInReachAndHasToldOfItself() {
    TwoDevices two = devices(DeviceKind.TABLET);
    assertThat(two.phone.does(SETTINGS, LIST, "{}").shortForm()).isEqualTo("[]");

    two.meetIn(RING);
    two.phone.seesOnline(two.other);

    assertThat(two.phone.does(SETTINGS, LIST, "{}").shortForm())
        .isEqualTo("[\"" + two.other.name() + "\"]");
  }

  @Test
  void saysOfAPeerOnlyWhatIsNew() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.meetIn(RING);
    two.phone.seesOnline(two.other);

    two.phone.hears(new MembershipEvent.Online(new RingId("bond:a+b"), two.other.identity()));
    two.phone.hears(new MembershipEvent.Unreachable(RING, two.other.identity(), AwayReason.SILENT));
    two.phone.hears(
        new MembershipEvent.Unreachable(
            new RingId("bond:a+b"), two.other.identity(), AwayReason.SILENT));

    assertThat(two.phone.sees(Witness.PeerState.class, state -> true))
        .isEqualTo(new Witness.PeerState(two.other.name(), false));
  }

  @Test
  void triesOnlyBluetoothTowardsAWatchThatHasToldOfItself() {
    TwoDevices two = devices(DeviceKind.WATCH);
    two.meetIn(RING);
    two.phone.seesOnline(two.other);
    two.other.seesOnline(two.phone);

    two.later(Duration.ofMinutes(1));
    two.phone.hears(new MembershipEvent.Unreachable(RING, two.other.identity(), AwayReason.SILENT));
    two.phone.sees(Witness.PeerState.class, state -> !state.online());
    two.phone.hears(new MembershipEvent.Online(RING, two.other.identity()));

    Frame open =
        two.phone.sees(Frame.class, frame -> frame.payload() instanceof Payload.SessionOpen);
    assertThat(open.bearer()).isEqualTo(Bearer.BLUETOOTH);
  }

  @Test
  void opensOverBluetoothWhileWifiIsOff() {
    TwoDevices two = devices(DeviceKind.TABLET);

    two.phone.tell(new DeviceActor.RadioSwitched(Radio.WIFI, false));
    two.phone.hears(new MembershipEvent.Online(RING, two.other.identity()));

    Frame open =
        two.phone.sees(Frame.class, frame -> frame.payload() instanceof Payload.SessionOpen);
    assertThat(open.bearer()).isEqualTo(Bearer.BLUETOOTH);
  }

  @Test
  void bindsWithTheRightPin() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();

    CallOutcome outcome = two.phone.does(NOTES, BIND, to(two.other));

    assertThat(outcome.shortForm()).isEqualTo("{\"deviceId\":\"" + two.other.name() + "\"}");
    assertThat(rowTowards(two.phone, two.other).bindType()).isEqualTo(BindType.POINT_TO_POINT);
    assertThat(rowTowards(two.other, two.phone).bindType()).isEqualTo(BindType.POINT_TO_POINT);
  }

  @Test
  void anAppBindsForItselfAndTheSystemForTheUser() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();

    two.phone.does(NOTES, BIND, to(two.other));
    AccessRow ofNotes = rowTowards(two.phone, two.other);
    two.phone.does(SETTINGS, BIND, to(two.other));
    AccessRow ofSystem = rowTowards(two.phone, two.other);

    assertThat(ofNotes.bindLevel()).isEqualTo(BindLevel.APP);
    assertThat(ofNotes.bundle()).contains(new PkgName("com.example.notes"));
    assertThat(ofSystem.bindLevel()).isEqualTo(BindLevel.USER);
  }

  @Test
  void failsToBindWithAPinThatIsWrongThreeTimes() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();

    CallOutcome outcome = binds(two, PinTyping.WRONG).receiveMessage();

    assertThat(code(outcome)).isEqualTo(BindReason.PIN_WRONG_TOO_OFTEN.number());
  }

  @Test
  void bindsWithAPinThatIsRightAtTheSecondTry() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();

    CallOutcome outcome = binds(two, PinTyping.WRONG_ONCE).receiveMessage();

    assertThat(outcome).isInstanceOf(CallOutcome.Returned.class);
  }

  @Test
  void endsABindWithAPeerThatGoesOutOfReach() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();
    two.meetIn(RING);
    two.phone.seesOnline(two.other);
    TestProbe<CallOutcome> outcome = binds(two, PinTyping.IGNORE);
    two.phone.sees(Witness.Dialog.class, dialog -> dialog.what().startsWith("AskPin"));

    two.phone.hears(new MembershipEvent.Unreachable(RING, two.other.identity(), AwayReason.SILENT));

    assertThat(code(outcome.receiveMessage())).isEqualTo(BindReason.SESSION_CLOSED.number());
  }

  @Test
  void endsABindWhenTheScreenOfEitherDeviceIsLocked() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();
    TestProbe<CallOutcome> outcome = binds(two, PinTyping.IGNORE);
    two.phone.sees(Witness.Dialog.class, dialog -> dialog.what().startsWith("AskPin"));

    two.other.does(SETTINGS, "screenLock.lock", "{}");

    assertThat(code(outcome.receiveMessage())).isEqualTo(BindReason.USER_CANCELLED.number());
  }

  @Test
  void answersTheBoxesOfABindInPlaceOfItsPerson() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();
    TestProbe<CallOutcome> outcome = binds(two, PinTyping.IGNORE);
    two.phone.sees(Witness.Dialog.class, dialog -> dialog.what().startsWith("AskPin"));

    CallOutcome told = two.phone.does(SETTINGS, UI_ACTION, "{action: 4}");

    assertThat(told).isEqualTo(CallOutcome.done());
    assertThat(code(outcome.receiveMessage())).isEqualTo(BindReason.PIN_INPUT_CANCELLED.number());
    assertThat(code(two.phone.does(SETTINGS, UI_ACTION, "{action: 4}"))).isEqualTo(11600101);
  }

  @Test
  void bindsByACodeThatBothDevicesWereTold() {
    TwoDevices two = devices(DeviceKind.TABLET);
    String code = "{authCode: '004711'}";
    two.phone.does(SETTINGS, "DeviceManager.ImportAuthCode", code);
    two.other.does(SETTINGS, "DeviceManager.ImportAuthCode", code);

    two.phone.does(SETTINGS, BIND, "{deviceId: '" + two.other.name() + "', bindType: 5}");

    assertThat(rowTowards(two.phone, two.other).bindLevel()).isEqualTo(BindLevel.USER);
    assertThat(rowTowards(two.other, two.phone).bindLevel()).isEqualTo(BindLevel.USER);
  }

  @Test
  void bringsAWriteToTheOtherDeviceOfTheAccount() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();
    two.other.hasGrantedNotes();
    opens(two.phone);
    opens(two.other);
    two.shareAnAccount();

    two.phone.does(NOTES, "SingleKVStore.put", "{storeId: 's', key: 'k', value: 'milk'}");
    CallOutcome sync = syncs(two);

    assertThat(sync).isEqualTo(CallOutcome.done());
    assertThat(two.phone.sees(Witness.SyncComplete.class, done -> true).numbers())
        .containsOnlyKeys(two.other.name())
        .containsValue(0);
    assertThat(two.other.does(NOTES, "SingleKVStore.get", "{storeId: 's', key: 'k'}").shortForm())
        .isEqualTo("\"milk\"");
  }

  @Test
  void tellsTheAppOfARouteThatLacksThePermission() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();
    two.other.hasNotes();
    opens(two.phone);
    opens(two.other);
    two.shareAnAccount();

    two.phone.does(NOTES, "SingleKVStore.put", "{storeId: 's', key: 'k', value: 'milk'}");
    syncs(two);

    assertThat(two.phone.sees(Witness.SyncComplete.class, done -> true).numbers())
        .containsEntry(two.other.name(), Status.ERROR.number());
  }

  @Test
  void refusesASyncWithAPeerThatIsNotOnline() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();
    opens(two.phone);

    CallOutcome sync = syncs(two);

    assertThat(sync.shortForm()).isEqualTo("DEVICE_NOT_ONLINE (no code)");
  }

  @Test
  void startsAgainWithItsAppsAndItsRings() {
    TwoDevices two = devices(DeviceKind.TABLET);
    two.phone.hasGrantedNotes();
    two.phone.does(NOTES, BIND, to(two.other));
    two.phone.seesARingWith(two.other);

    two.phone.crash();
    two.phone.switchOn();

    assertThat(checks(two.phone)).isEqualTo("0");
    assertThat(two.phone.seesARingWith(two.other))
        .isEqualTo(RingId.ofBond(two.phone.identity().udid(), two.other.identity().udid()));
  }

  private TwoDevices devices(DeviceKind other) {
    return new TwoDevices(KIT, story, other);
  }

  private static TestProbe<CallOutcome> asks(TwoDevices.Device phone, PermissionAnswer answer) {
    Person person = new Person(answer, BindAnswer.REJECT, PinTyping.IGNORE, Duration.ZERO);
    return phone.begins(
        NOTES, REQUEST, "{permissionList: [" + DATASYNC + "]}", Optional.of(person));
  }

  private static String checks(TwoDevices.Device phone) {
    return phone.does(NOTES, CHECK, "{permissionName: " + DATASYNC + "}").shortForm();
  }

  private static TestProbe<CallOutcome> binds(TwoDevices two, PinTyping typing) {
    Person person = new Person(QUICK.permission(), QUICK.bind(), typing, Duration.ZERO);
    return two.phone.begins(NOTES, BIND, to(two.other), Optional.of(person));
  }

  private static String to(TwoDevices.Device device) {
    return "{deviceId: '" + device.name() + "'}";
  }

  private static void opens(TwoDevices.Device device) {
    CallOutcome opened =
        device.does(
            NOTES,
            "distributedKVStore.getKVStore",
            "{storeId: 's', options: {securityLevel: 'S1', kvStoreType: 'SINGLE_VERSION'}}");
    assertThat(opened).isEqualTo(CallOutcome.done());
  }

  private static CallOutcome syncs(TwoDevices two) {
    return two.phone.does(
        NOTES,
        "SingleKVStore.sync",
        "{storeId: 's', deviceIds: ['" + two.other.name() + "'], mode: 'PUSH_ONLY'}");
  }

  private static AccessRow rowTowards(TwoDevices.Device device, TwoDevices.Device peer) {
    return device
        .sees(
            TrustEvent.RowWritten.class,
            written -> !written.row().lnn() && written.row().peer().equals(peer.identity().udid()))
        .row();
  }

  private static int code(CallOutcome outcome) {
    return ((CallOutcome.Threw) outcome).code().orElseThrow();
  }
}
