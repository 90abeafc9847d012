package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.bind.BindAuth;
import dev.trustring.trust.bind.BindState;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.Group;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.BindVersion;
import dev.trustring.trust.wire.V1Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Binds with a device whose DeviceManager is older than 5.1.0 (trust-and-softbus §2.10, §3.3). */
class V1BindTest {
  private static final List<Integer> MESSAGES =
      List.of(80, 90, 100, 200, 500, 501, 502, 503, 600, 700, 400, 201, 104);

  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  private static void isOld(TrustWorld.Device device) {
    device.version = new BindVersion("5.0.3");
  }

  /** Plays a bind until so many messages have arrived; tells their numbers. */
  private List<Integer> letters(int count) {
    List<Integer> numbers = new ArrayList<>();
    phone.bindsWith(tablet);
    while (numbers.size() < count && !world.table.isEmpty()) {
      numbers.add(((BindMessage) world.table.get(0).message()).number());
      world.deliver(0);
      if (numbers.get(numbers.size() - 1) == 100) {
        tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
      } else if (numbers.get(numbers.size() - 1) == 200) {
        phone.types(tablet.shownPin());
      }
    }
    return numbers;
  }

  private void untilArrived(int number) {
    letters(MESSAGES.indexOf(number) + 1);
  }

  private static List<Group> groups(TrustWorld.Device device) {
    return device.state.groups().of(OsAccountId.FIRST);
  }

  private static boolean hasTakenIn(TrustWorld.Device device, TrustWorld.Device peer) {
    return device.state.groups().hasPeerToPeer(OsAccountId.FIRST, peer.identity.udid());
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true"})
  void bindsInTheOldWayIfEitherDeviceIsOld(boolean source, boolean sink) {
    if (source) {
      isOld(phone);
    }
    if (sink) {
      isOld(tablet);
    }

    assertThat(letters(100)).isEqualTo(MESSAGES);

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(tablet.ending()).isEqualTo(BindReason.OK);
    assertThat(groups(phone)).hasSize(1);
    assertThat(groups(phone).get(0).id()).isEqualTo(groups(tablet).get(0).id());
    assertThat(hasTakenIn(phone, tablet) && hasTakenIn(tablet, phone)).isTrue();
    for (TrustWorld.Device device : world.devices()) {
      assertThat(device.state.rows()).hasSize(2);
      assertThat(device.state.credentials()).isEmpty();
      assertThat(device.timers).isEmpty();
    }
  }

  @Test
  void trustsTheWholeDeviceSinceBothAreOfOneGroup() {
    isOld(tablet);
    letters(100);

    assertThat(phone.mayTalkTo(tablet, CHESS) && tablet.mayTalkTo(phone, CHESS)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "80, V1_SINK_NEGOTIATE, SOURCE_NEGOTIATE",
    "90, V1_SINK_NEGOTIATE, V1_SOURCE_REPLY",
    "200, V1_SINK_SHOW, V1_SOURCE_JOINING",
    "600, V1_SINK_SHOW, V1_SOURCE_JOINING",
    "700, V1_SINK_SHOW, V1_SOURCE_NETWORK",
    "400, V1_SINK_FINISH, V1_SOURCE_NETWORK"
  })
  void standsWhereTheTableSays(int arrived, BindState sink, BindState source) {
    isOld(tablet);
    untilArrived(arrived);

    assertThat(tablet.sessions.bind().orElseThrow().state()).isEqualTo(sink);
    assertThat(phone.sessions.bind().orElseThrow().state()).isEqualTo(source);
  }

  @ParameterizedTest(name = "{0} arrived: group at the source {1}, at the sink {2}, rows {3}, {4}")
  @CsvSource({
    "80, false, false, 0, 0",
    "503, false, false, 0, 0",
    "600, false, true, 0, 0",
    "700, true, true, 0, 0",
    "400, true, true, 0, 2",
    "201, true, true, 2, 2"
  })
  void takesNothingBackWhenItIsCut(
      int arrived, boolean source, boolean sink, int sourceRows, int sinkRows) {
    isOld(tablet);
    untilArrived(arrived);

    world.disconnect(phone, tablet);

    assertThat(hasTakenIn(phone, tablet)).isEqualTo(source);
    assertThat(hasTakenIn(tablet, phone)).isEqualTo(sink);
    assertThat(phone.state.rows()).hasSize(sourceRows);
    assertThat(tablet.state.rows()).hasSize(sinkRows);
    assertThat(tablet.ending()).isEqualTo(BindReason.SESSION_CLOSED);
  }

  @Test
  void leavesTheGroupWithTheSinkAloneWhenHiChainsAnswerIsLost() {
    isOld(tablet);
    untilArrived(600);
    world.loseAll();

    phone.fires(BindTimer.ADD);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.ADD_GROUP_TIMEOUT);
    assertThat(tablet.ending()).isEqualTo(BindReason.ADD_GROUP_TIMEOUT);
    assertThat(tablet.mayTalkTo(phone, NOTES)).isTrue();
    assertThat(phone.mayTalkTo(tablet, NOTES)).isFalse();
  }

  @Test
  void isRepairedByTheNextBind() {
    isOld(tablet);
    untilArrived(600);
    world.disconnect(phone, tablet);

    letters(100);

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(groups(tablet)).extracting(Group::id).containsExactly(groups(phone).get(0).id());
  }

  @Test
  void losesTheGroupWithItsLastBond() {
    isOld(tablet);
    letters(100);

    phone.asked(new Trust.Unbind(tablet.identity, NOTES));
    world.deliverAll();

    assertThat(groups(phone)).isEmpty();
    assertThat(groups(tablet)).isEmpty();
  }

  @Test
  void asksForThePinThreeTimesAndFreezesNobody() {
    isOld(tablet);
    untilArrived(100);
    world.deliver(0);
    int wrong = tablet.shownPin() == 999_999 ? 999_998 : tablet.shownPin() + 1;
    for (int tries = 0; tries < 3; tries++) {
      phone.types(wrong);
      world.deliverAll();
    }

    assertThat(phone.ending()).isEqualTo(BindReason.PIN_WRONG_TOO_OFTEN);
    assertThat(tablet.ending()).isEqualTo(BindReason.PIN_WRONG_TOO_OFTEN);
    assertThat(phone.all(TrustEffect.AskPin.class)).hasSize(3);
    assertThat(tablet.state.freezes().isEmpty()).isTrue();
    assertThat(hasTakenIn(tablet, phone)).isFalse();
  }

  @Test
  void takesTheRightPinAfterAWrongOne() {
    isOld(tablet);
    untilArrived(100);
    world.deliver(0);
    phone.types(tablet.shownPin() - 1);
    world.deliverAll();

    phone.types(tablet.shownPin());
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 9, 11})
  void hearsTheLastWordOfTheOtherInEveryState(int letters) {
    isOld(tablet);
    letters(letters);
    world.loseAll();

    for (TrustWorld.Device device : world.devices()) {
      TrustWorld.Device other = device == phone ? tablet : phone;
      V1Message word = new V1Message.V1Terminate(device.bind(), BindReason.USER_CANCELLED);
      device.asked(new Trust.Receive(other.identity, word));
      assertThat(device.ending()).isEqualTo(BindReason.USER_CANCELLED);
    }
  }

  @Test
  void dropsAnyOtherMessageThatIsNotDue() {
    isOld(phone);
    isOld(tablet);
    untilArrived(100);

    for (TrustWorld.Device device : world.devices()) {
      TrustWorld.Device other = device == phone ? tablet : phone;
      V1Message early = new V1Message.V1Sealed(device.bind(), 700, "");
      device.asked(new Trust.Receive(other.identity, early));
      V1Message well = new V1Message.V1Terminate(device.bind(), BindReason.OK);
      device.asked(new Trust.Receive(other.identity, well));
      assertThat(device.sessions.bind()).isPresent();
    }
  }

  @Test
  void endsInTheOldCodeWhenNobodyTypesThePin() {
    isOld(tablet);
    untilArrived(100);
    world.deliver(0);

    phone.fires(BindTimer.PIN_INPUT);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.INPUT_TIMEOUT);
    assertThat(tablet.ending()).isEqualTo(BindReason.INPUT_TIMEOUT);
  }

  @Test
  void isRefusedByItsPerson() {
    isOld(tablet);
    phone.bindsWith(tablet);
    world.deliverAll();

    tablet.confirms(ConfirmChoice.REJECT);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.PEER_REJECTED);
    assertThat(groups(tablet)).isEmpty();
  }

  @Test
  void saysThatItIsBusyWithTheOldCode() {
    isOld(phone);
    tablet.bindsWith(world.device("watch"));
    phone.bindsWith(tablet);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.SOURCE_BUSY);
  }

  @Test
  void isIncompatibleWithASinkThatGoesTheWayOfAPin() {
    toldCodes("004711", "004711");
    startsByCode();
    BindMessage way = new V1Message.V1Answer(phone.bind(), new BindVersion("5.0.3"));

    phone.asked(new Trust.Receive(tablet.identity, way));

    assertThat(phone.ending()).isEqualTo(BindReason.VERSION_INCOMPATIBLE);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true"})
  void bindsByACodeAndAsksNobody(boolean source, boolean sink) {
    if (source) {
      isOld(phone);
    }
    if (sink) {
      isOld(tablet);
    }
    toldCodes("004711", "004711");
    phone.asked(new Trust.LockScreen(true));
    tablet.asked(new Trust.LockScreen(true));

    startsByCode();
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(tablet.ending()).isEqualTo(BindReason.OK);
    assertThat(hasTakenIn(phone, tablet) && hasTakenIn(tablet, phone)).isTrue();
    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).isEmpty();
    assertThat(tablet.all(TrustEffect.ShowPin.class)).isEmpty();
    assertThat(phone.all(TrustEffect.AskPin.class)).isEmpty();
    assertThat(phone.state.rows())
        .extracting(AccessRow::authenticationType)
        .containsOnly(AuthenticationType.ALLOW_ALWAYS);
  }

  @Test
  void triesAWrongCodeOnce() {
    isOld(tablet);
    toldCodes("004711", "004712");

    startsByCode();
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.AUTH_CODE_INCORRECT);
    assertThat(tablet.ending()).isEqualTo(BindReason.AUTH_CODE_INCORRECT);
    assertThat(hasTakenIn(phone, tablet) || hasTakenIn(tablet, phone)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsWhereTheSinkWasToldNoCode(boolean sourceToo) {
    isOld(tablet);
    if (sourceToo) {
      isOld(phone);
    }
    phone.asked(new Trust.ImportAuthCode(new AuthCode(NOTES, AppToken.UNKNOWN, "004711")));

    startsByCode();
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.CAPABILITY_MISMATCH);
    assertThat(tablet.sessions.bind()).isEmpty();
    assertThat(groups(tablet)).isEmpty();
  }

  @Test
  void hasTheTimesOfACode() {
    isOld(tablet);
    toldCodes("004711", "004711");
    startsByCode();
    world.deliver(0);
    world.deliver(0);

    assertThat(phone.all(TrustEffect.StartTimer.class))
        .extracting(TrustEffect.StartTimer::after)
        .containsExactly(Duration.ofSeconds(120), Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  private void toldCodes(String ofPhone, String ofTablet) {
    phone.asked(new Trust.ImportAuthCode(new AuthCode(NOTES, AppToken.UNKNOWN, ofPhone)));
    tablet.asked(new Trust.ImportAuthCode(new AuthCode(NOTES, AppToken.UNKNOWN, ofTablet)));
  }

  private void startsByCode() {
    phone.asked(
        new Trust.StartBind(
            tablet.identity, NOTES, BindLevel.APP, AppToken.UNKNOWN, BindAuth.IMPORTED_CODE));
  }

  @Test
  void endsWhenTheScreenIsLocked() {
    isOld(tablet);
    untilArrived(100);
    world.deliverAll();

    tablet.asked(new Trust.LockScreen(true));
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.USER_CANCELLED);
    assertThat(phone.state.rows()).noneMatch(AccessRow::isActive);
  }
}
