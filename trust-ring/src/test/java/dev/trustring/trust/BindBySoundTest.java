package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.NOTES;
import static dev.trustring.trust.wire.UltrasonicSide.FORWARD;
import static dev.trustring.trust.wire.UltrasonicSide.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.BindAuth;
import dev.trustring.trust.bind.BindState;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.BindVersion;
import dev.trustring.trust.wire.FirstRound;
import dev.trustring.trust.wire.UltrasonicSide;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Binds whose PIN goes as sound (trust-and-softbus §2.6 to §2.8): states 6 to 9 and 55 to 58. */
class BindBySoundTest {
  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");
  private final List<Integer> numbers = new ArrayList<>();

  private void begins(UltrasonicSide side) {
    phone.asked(
        new Trust.StartBind(
            tablet.identity,
            NOTES,
            BindLevel.APP,
            AppToken.UNKNOWN,
            BindAuth.ULTRASONIC_PIN,
            Optional.empty(),
            Optional.of(side)));
  }

  private void allowed(UltrasonicSide side) {
    begins(side);
    deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
    deliverAll();
  }

  private void deliverAll() {
    while (!world.table.isEmpty()) {
      numbers.add(((BindMessage) world.table.get(0).message()).number());
      world.deliver(0);
    }
  }

  private static int saidBy(TrustWorld.Device device) {
    return device.all(TrustEffect.PlayPin.class).get(0).pin();
  }

  private static BindState state(TrustWorld.Device device) {
    return device.sessions.bind().orElseThrow().state();
  }

  private static boolean runs(TrustWorld.Device device, BindTimer timer) {
    return device.timers.contains(new TimerKey.OfBind(device.bind(), timer));
  }

  @ParameterizedTest
  @CsvSource({"FORWARD, 101, 111", "REVERSE, 102, 112"})
  void bindsByWhatOneEndSaysAndTheOtherHears(UltrasonicSide side, int asks, int answers) {
    allowed(side);
    TrustWorld.Device listener = side == FORWARD ? phone : tablet;
    listener.asked(new Trust.HearPin(saidBy(side == FORWARD ? tablet : phone)));
    deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(phone.hasBond() && tablet.hasBond()).isTrue();
    assertThat(numbers).startsWith(80, 90, 100, 110, asks, answers, 120, 130, 121, 131, 140);
    assertThat(tablet.all(TrustEffect.ShowPin.class)).isEmpty();
    assertThat(phone.all(TrustEffect.AskPin.class)).isEmpty();
    assertThat(phone.timers).isEmpty();
    assertThat(tablet.timers).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FORWARD, SOURCE_FORWARD_DONE, SINK_FORWARD_START",
    "REVERSE, SOURCE_REVERSE_START, SINK_REVERSE_START"
  })
  void listensForFourSecondsAndSaysThePinEverySecond(
      UltrasonicSide side, BindState source, BindState sink) {
    allowed(side);

    assertThat(state(phone)).isEqualTo(source);
    assertThat(state(tablet)).isEqualTo(sink);
    assertThat(BindTimer.ULTRASONIC.length()).isEqualTo(Duration.ofSeconds(4));
    assertThat(runs(phone, BindTimer.ULTRASONIC) && runs(tablet, BindTimer.ULTRASONIC)).isTrue();
    TrustWorld.Device sayer = side == FORWARD ? tablet : phone;
    sayer.fires(BindTimer.SOUND);
    assertThat(sayer.all(TrustEffect.PlayPin.class)).hasSize(2);
    assertThat(sayer.all(TrustEffect.PlayPin.class).get(1).pin()).isEqualTo(saidBy(sayer));
    assertThat(runs(sayer, BindTimer.SOUND)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(UltrasonicSide.class)
  void showsAPinToBeTypedWhereNothingIsHeard(UltrasonicSide side) {
    allowed(side);
    phone.fires(BindTimer.ULTRASONIC);
    tablet.fires(BindTimer.ULTRASONIC);

    assertThat(phone.all(TrustEffect.AskPin.class)).hasSize(1);
    assertThat(runs(phone, BindTimer.SOUND) || runs(tablet, BindTimer.SOUND)).isFalse();
    phone.types(tablet.shownPin());
    deliverAll();
    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(phone.hasBond() && tablet.hasBond()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(UltrasonicSide.class)
  void showsAPinToBeTypedWhereAnotherPinIsHeard(UltrasonicSide side) {
    allowed(side);
    TrustWorld.Device listener = side == FORWARD ? phone : tablet;
    TrustWorld.Device sayer = side == FORWARD ? tablet : phone;
    listener.asked(new Trust.HearPin(saidBy(sayer) == 123_456 ? 123_457 : 123_456));
    deliverAll();

    assertThat(phone.all(TrustEffect.AskPin.class)).hasSize(1);
    assertThat(tablet.all(TrustEffect.ShowPin.class)).hasSize(1);
    assertThat(tablet.sessions.bind().orElseThrow().wrongPins()).isZero();
    phone.types(tablet.shownPin());
    deliverAll();
    assertThat(phone.ending()).isEqualTo(BindReason.OK);
  }

  @ParameterizedTest
  @EnumSource(UltrasonicSide.class)
  void mayBeCancelledAtTheBoxThatFollows(UltrasonicSide side) {
    allowed(side);
    (side == FORWARD ? phone : tablet).asked(new Trust.HearPin(1));
    deliverAll();

    phone.asked(new Trust.CancelPin(phone.bind()));

    assertThat(phone.ending()).isEqualTo(BindReason.PIN_INPUT_CANCELLED);
  }

  @Test
  void givesThreeTriesToThePinThatIsTypedAfterwards() {
    allowed(FORWARD);
    phone.fires(BindTimer.ULTRASONIC);
    tablet.fires(BindTimer.ULTRASONIC);
    for (int tries = 1; tries <= 3; tries++) {
      phone.types(tablet.shownPin() - 1);
      deliverAll();
    }

    assertThat(phone.ending()).isEqualTo(BindReason.PIN_WRONG_TOO_OFTEN);
  }

  @ParameterizedTest
  @EnumSource(UltrasonicSide.class)
  void takesTheFirstPinItHearsAndNoOther(UltrasonicSide side) {
    allowed(side);
    TrustWorld.Device listener = side == FORWARD ? phone : tablet;
    listener.asked(new Trust.HearPin(saidBy(side == FORWARD ? tablet : phone)));

    Trust.Reply second = listener.asked(new Trust.HearPin(123_456));
    deliverAll();

    assertThat(second).isEqualTo(new Trust.Refused(TrustRefusal.NOT_ASKED_NOW));
    assertThat(phone.ending()).isEqualTo(BindReason.OK);
  }

  @Test
  void doesNotListenOutsideOfSuchABind() {
    world.bindUpToPin(phone, tablet);

    assertThat(phone.asked(new Trust.HearPin(tablet.shownPin())))
        .isEqualTo(new Trust.Refused(TrustRefusal.NOT_ASKED_NOW));
    assertThat(state(phone)).isEqualTo(BindState.SOURCE_PIN_INPUT);
  }

  @ParameterizedTest
  @EnumSource(UltrasonicSide.class)
  void doesNotGoIntoTheKeyExchangeBeforeAPinIsThere(UltrasonicSide side) {
    begins(side);
    deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
    world.loseAll();
    if (side == REVERSE) {
      received(tablet, new BindMessage.Sound(tablet.bind(), 102));
    }

    received(tablet, new BindMessage.PakeStart(tablet.bind(), aFirstRound()));

    assertThat(tablet.ending()).isEqualTo(BindReason.NEXT_STATE_INVALID);
  }

  private FirstRound aFirstRound() {
    TrustWorld other = new TrustWorld(7);
    other.bindForLetters(other.device("phone"), other.device("tablet"), 4);
    return ((BindMessage.PakeStart) other.table.get(0).message()).first();
  }

  private void received(TrustWorld.Device device, BindMessage message) {
    device.asked(new Trust.Receive(phone.identity, message));
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 102, 111, 112, 120})
  void endsABindByPinThatSpeaksOfSound(int number) {
    world.bindUpToPin(phone, tablet);

    received(tablet, new BindMessage.Sound(tablet.bind(), number));

    assertThat(tablet.ending()).isEqualTo(BindReason.NEXT_STATE_INVALID);
  }

  @ParameterizedTest
  @EnumSource(UltrasonicSide.class)
  void endsWhenTheSinkAnswersAKeyExchangeThatHasNotBegun(UltrasonicSide side) {
    allowed(side);
    BindMessage early = new BindMessage.Sound(phone.bind(), 130);

    phone.asked(new Trust.Receive(tablet.identity, early));

    assertThat(phone.ending()).isEqualTo(BindReason.NEXT_STATE_INVALID);
  }

  @Test
  void isLedByATypedPinWithADeviceBefore51() {
    tablet.version = new BindVersion("5.0.2");
    begins(FORWARD);
    deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
    deliverAll();
    phone.types(tablet.shownPin());
    deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(tablet.all(TrustEffect.PlayPin.class)).isEmpty();
  }

  @Test
  void isRefusedAsOthersAreWhereItWouldDisturb() {
    tablet.asked(new Trust.SetBusinessEvent("cast", true));
    phone.asked(
        new Trust.StartBind(
            tablet.identity,
            NOTES,
            BindLevel.APP,
            AppToken.UNKNOWN,
            BindAuth.ULTRASONIC_PIN,
            Optional.of("cast"),
            Optional.of(FORWARD)));
    deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.ANTI_DISTURB);
  }

  @Test
  void refusesASecondOneAsOthersAre() {
    TrustWorld.Device watch = world.device("watch");
    world.bindUpToPin(watch, tablet);
    begins(FORWARD);
    deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.SINK_BUSY);
  }

  @ParameterizedTest
  @EnumSource(UltrasonicSide.class)
  void hasNoPinBoxToClose(UltrasonicSide side) {
    allowed(side);

    assertThat(tablet.asked(new Trust.CancelPin(tablet.bind())))
        .isEqualTo(new Trust.Refused(TrustRefusal.NOT_ASKED_NOW));
  }

  @ParameterizedTest
  @EnumSource(UltrasonicSide.class)
  void endsWhenTheScreenIsLocked(UltrasonicSide side) {
    allowed(side);

    tablet.asked(new Trust.LockScreen(true));

    assertThat(tablet.ending()).isEqualTo(BindReason.USER_CANCELLED);
    assertThat(tablet.timers).isEmpty();
  }
}
