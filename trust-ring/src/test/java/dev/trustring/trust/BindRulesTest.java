package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.BindVersion;
import dev.trustring.trust.wire.OldBindMessage;
import dev.trustring.trust.wire.TrustMessage;
import dev.trustring.trust.wire.V1Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timers, versions, locks and freezes of a bind (trust-and-softbus §2.5 to §2.8). */
class BindRulesTest {
  private static final BindId BIND = new BindId("some");

  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  private static BindMessage.Offer offer(String version, Integer... authTypes) {
    return new BindMessage.Offer(
        BIND,
        new BindVersion(version),
        List.of(authTypes),
        NOTES,
        BindLevel.APP,
        OsAccountId.FIRST,
        Optional.empty());
  }

  private List<TrustMessage> answersTo(TrustMessage message) {
    tablet.effects.clear();
    tablet.asked(new Trust.Receive(phone.identity, message));
    return tablet.all(TrustEffect.Send.class).stream().map(TrustEffect.Send::message).toList();
  }

  /** The timers that run on a device, as they are called. */
  private static List<BindTimer> running(TrustWorld.Device device) {
    return device.timers.stream()
        .map(TimerKey.OfBind.class::cast)
        .map(TimerKey.OfBind::timer)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHENTICATE, 120, 120, TIMEOUT",
    "NEGOTIATE, 10, 10, TIMEOUT",
    "WAIT_REQUEST, 10, 10, TIMEOUT",
    "CONFIRM, 60, 10, TIMEOUT",
    "CONFIRM_BOX, 60, 60, CONFIRM_TIMEOUT",
    "PIN_AUTH, 60, 10, TIMEOUT",
    "PIN_INPUT, 60, 60, INPUT_TIMEOUT",
    "ADD, 10, 10, ADD_GROUP_TIMEOUT",
    "HEARTBEAT, 50, 20, "
  })
  void hasTheTimersOfThePlatform(
      BindTimer timer, int seconds, int secondsByCode, BindReason reason) {
    assertThat(timer.length()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(timer.lengthByCode()).isEqualTo(Duration.ofSeconds(secondsByCode));
    assertThat(timer.onExpiry()).isEqualTo(Optional.ofNullable(reason));
  }

  @ParameterizedTest(name = "after {0} messages: {1} | {2}")
  @CsvSource({
    "0, AUTHENTICATE NEGOTIATE, ''",
    "1, AUTHENTICATE NEGOTIATE, AUTHENTICATE WAIT_REQUEST",
    "2, AUTHENTICATE CONFIRM, AUTHENTICATE WAIT_REQUEST",
    "3, AUTHENTICATE CONFIRM, AUTHENTICATE PIN_AUTH HEARTBEAT",
    "4, AUTHENTICATE PIN_AUTH, AUTHENTICATE PIN_AUTH HEARTBEAT",
    "6, AUTHENTICATE PIN_AUTH, AUTHENTICATE PIN_AUTH HEARTBEAT",
    "7, AUTHENTICATE PIN_AUTH, AUTHENTICATE HEARTBEAT",
    "8, AUTHENTICATE, AUTHENTICATE HEARTBEAT",
    "20, AUTHENTICATE, AUTHENTICATE HEARTBEAT",
    "21, AUTHENTICATE, ''",
    "22, '', ''"
  })
  void runsEachTimerWhileItsStepLasts(int letters, String source, String sink) {
    world.bindForLetters(phone, tablet, letters);

    assertThat(running(phone)).isEqualTo(timers(source));
    assertThat(running(tablet)).isEqualTo(timers(sink));
  }

  private static List<BindTimer> timers(String names) {
    return Arrays.stream(names.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(BindTimer::valueOf)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"AUTHENTICATE, 1", "WAIT_REQUEST, 1", "AUTHENTICATE, 9", "PIN_AUTH, 4"})
  void endsOnBothSidesWhenATimerOfTheSinkRunsOut(BindTimer timer, int letters) {
    world.bindForLetters(phone, tablet, letters);

    tablet.fires(timer);
    world.deliverAll();

    assertThat(tablet.ending()).isEqualTo(BindReason.TIMEOUT);
    assertThat(phone.ending()).isEqualTo(BindReason.TIMEOUT);
    assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
  }

  @Test
  void keepsTheSessionAliveWhileAPinIsShown() {
    world.bindUpToPin(phone, tablet);

    tablet.fires(BindTimer.HEARTBEAT);
    world.deliverAll();
    tablet.fires(BindTimer.HEARTBEAT);
    world.deliverAll();
    phone.types(tablet.shownPin());
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(tablet.all(TrustEffect.Send.class).stream().map(TrustEffect.Send::message))
        .filteredOn(BindMessage.KeepAlive.class::isInstance)
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "new", "5.1.x", "99999.0"})
  void refusesASourceWhoseVersionIsNone(String version) {
    assertThat(answersTo(offer(version, 1)))
        .containsExactly(new BindMessage.FinishAck(BIND, BindReason.VERSION_INCOMPATIBLE));
    assertThat(tablet.sessions.bind()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.0.99", "5.0", "4.9.9"})
  void fallsBackToTheOldDialogueForASourceThatIsOlder(String version) {
    assertThat(answersTo(offer(version, 1)))
        .containsExactly(new V1Message.V1Answer(BIND, BindVersion.OWN));
  }

  @Test
  void refusesAnOlderSourceThatBindsBySoundAlone() {
    assertThat(answersTo(offer("5.0.3", 6)))
        .containsExactly(new BindMessage.FinishAck(BIND, BindReason.VERSION_INCOMPATIBLE));
  }

  @Test
  void tellsAnOlderSourceThatItWasToldNoCode() {
    assertThat(answersTo(offer("5.0.3", 5)))
        .containsExactly(new V1Message.V1CodeAnswer(BIND, BindVersion.OWN, false));
    assertThat(tablet.sessions.bind()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.1.0", "5.1.5", "5.2", "6"})
  void speaksWithASourceThatIsNewEnough(String version) {
    assertThat(answersTo(offer(version, 1)))
        .containsExactly(
            new BindMessage.OfferAnswer(BIND, BindVersion.OWN, OsAccountId.FIRST, false, false));
  }

  @Test
  void refusesASinkThatIsTooOld() {
    phone.bindsWith(tablet);
    world.loseAll();

    phone.asked(
        new Trust.Receive(
            tablet.identity,
            new BindMessage.OfferAnswer(
                phone.bind(), new BindVersion("5.0.99"), OsAccountId.FIRST, false, false)));

    assertThat(phone.ending()).isEqualTo(BindReason.VERSION_INCOMPATIBLE);
  }

  @Test
  void refusesTheDialogueOfEarlierDevices() {
    assertThat(
            answersTo(new OldBindMessage.Negotiate(BIND, NOTES, BindLevel.APP, OsAccountId.FIRST)))
        .containsExactly(new BindMessage.FinishAck(BIND, BindReason.VERSION_INCOMPATIBLE));

    phone.bindsWith(tablet);
    phone.asked(
        new Trust.Receive(
            tablet.identity,
            new OldBindMessage.NegotiateAnswer(phone.bind(), OsAccountId.FIRST, false)));
    assertThat(phone.ending()).isEqualTo(BindReason.VERSION_INCOMPATIBLE);

    world.bindUpToPin(phone, tablet);
    assertThat(answersTo(new OldBindMessage.PinProof(tablet.bind(), "0000")))
        .containsExactly(new BindMessage.FinishAck(phone.bind(), BindReason.VERSION_INCOMPATIBLE));
  }

  @Test
  void refusesASourceThatCannotBindByPin() {
    assertThat(answersTo(offer("5.1.5", 3, 6)))
        .containsExactly(new BindMessage.FinishAck(BIND, BindReason.CAPABILITY_MISMATCH));
    assertThat(answersTo(offer("5.1.5", 3, 1)))
        .hasOnlyElementsOfType(BindMessage.OfferAnswer.class);
  }

  @ParameterizedTest(name = "after {0} messages")
  @ValueSource(ints = {1, 2, 3, 4, 6, 8, 10, 15, 18, 19})
  void endsWhenTheScreenOfEitherEndIsLocked(int letters) {
    for (TrustWorld.Device locked : List.of(phone, tablet)) {
      world.bindForLetters(phone, tablet, letters);

      locked.asked(new Trust.LockScreen(true));
      world.deliverAll();

      assertThat(phone.ending()).isEqualTo(BindReason.USER_CANCELLED);
      assertThat(tablet.ending()).isEqualTo(BindReason.USER_CANCELLED);
      assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
      locked.asked(new Trust.LockScreen(false));
    }
  }

  @Test
  void showsNoBoxOnALockedScreen() {
    tablet.asked(new Trust.LockScreen(true));

    phone.bindsWith(tablet);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.CONFIRM_NOT_SHOWN);
    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).isEmpty();
  }

  @Test
  void asksForNoPinOnALockedScreen() {
    phone.asked(new Trust.LockScreen(true));

    phone.bindsWith(tablet);
    world.deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ONCE);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.USER_CANCELLED);
    assertThat(tablet.ending()).isEqualTo(BindReason.USER_CANCELLED);
    assertThat(phone.all(TrustEffect.AskPin.class)).isEmpty();
  }

  @Test
  void bindsAgainOnceTheScreenIsOpen() {
    tablet.asked(new Trust.LockScreen(true));
    tablet.asked(new Trust.LockScreen(false));

    world.bind(phone, tablet);

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
  }

  private void failsForWrongPins() {
    world.bindUpToPin(phone, tablet);
    for (int tries = 0; tries < 3; tries++) {
      phone.types(tablet.shownPin() == 999_999 ? 999_998 : tablet.shownPin() + 1);
      world.deliverAll();
    }
    assertThat(phone.ending()).isEqualTo(BindReason.PIN_WRONG_TOO_OFTEN);
  }

  @Test
  void freezesAfterThreeFailedBindsAndShowsNothingThen() {
    for (int bind = 0; bind < 3; bind++) {
      failsForWrongPins();
      world.now = world.now.plusSeconds(10);
    }
    tablet.effects.clear();

    phone.bindsWith(tablet);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.DEVICE_FROZEN);
    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).isEmpty();
    assertThat(tablet.sessions.bind()).isEmpty();
    assertThat(tablet.all(TrustEffect.Send.class))
        .extracting(TrustEffect.Send::message)
        .singleElement()
        .matches(
            message -> ((BindMessage.Frozen) message).remaining().equals(Duration.ofSeconds(50)));
  }

  @Test
  void isStillFrozenAfterACrashAndThawsInTheEnd() {
    for (int bind = 0; bind < 3; bind++) {
      failsForWrongPins();
    }
    tablet.crashes();
    phone.bindsWith(tablet);
    world.deliverAll();
    assertThat(phone.ending()).isEqualTo(BindReason.DEVICE_FROZEN);

    world.now = world.now.plusSeconds(60);
    world.bind(phone, tablet);

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
  }

  @Test
  void forgetsFailuresOnceABindWentWell() {
    failsForWrongPins();
    failsForWrongPins();
    world.bind(phone, tablet);
    phone.asked(new Trust.Unbind(tablet.identity, NOTES));
    world.deliverAll();

    failsForWrongPins();

    assertThat(tablet.state.freezes().freezes()).isEmpty();
    assertThat(tablet.state.freezes().failures()).hasSize(1);
  }

  @Test
  void countsNoFailureButThoseForWrongPins() {
    for (int bind = 0; bind < 4; bind++) {
      world.bindUpToPin(phone, tablet);
      phone.types(tablet.shownPin() - 1);
      world.deliverAll();
      phone.asked(new Trust.CancelPin(phone.bind()));
      world.deliverAll();
    }

    assertThat(tablet.state.freezes().isEmpty()).isTrue();
  }

  @Test
  void writesNothingForTwoUsersOfOneAccountWhoseRowIsStillToCome() {
    phone.logsIn(ALICE);
    tablet.logsIn(ALICE);

    phone.bindsWith(tablet);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.ALREADY_TRUSTED);
    assertThat(tablet.ending()).isEqualTo(BindReason.ALREADY_TRUSTED);
    assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).isEmpty();
  }

  @ParameterizedTest(name = "after {0} messages")
  @ValueSource(ints = {1, 2, 4, 5, 6, 7, 8, 9, 11, 12, 13, 19})
  void endsOnAMessageThatIsNotDue(int letters) {
    for (int number : List.of(90, 110, 130, 150, 160, 180)) {
      for (TrustWorld.Device end : List.of(phone, tablet)) {
        world.loseAll();
        world.disconnect(phone, tablet);
        world.bindForLetters(phone, tablet, letters);
        if (end.sessions.bind().orElseThrow().state().awaits(number)) {
          continue;
        }
        TrustWorld.Device other = end == phone ? tablet : phone;

        end.asked(
            new Trust.Receive(other.identity, new BindMessage.Sealed(end.bind(), number, "")));

        assertThat(end.ending()).isEqualTo(BindReason.NEXT_STATE_INVALID);
        assertThat(end.hasNothing()).isTrue();
      }
    }
  }
}
