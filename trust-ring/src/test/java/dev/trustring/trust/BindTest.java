package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindTest {
  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");
  private final TrustWorld.Device watch = world.device("watch");

  @Test
  void bindsBothSidesWithTheRightPin() {
    world.bind(phone, tablet);

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(tablet.ending()).isEqualTo(BindReason.OK);
    assertThat(phone.hasBond()).isTrue();
    assertThat(tablet.hasBond()).isTrue();
    assertThat(phone.mayTalkTo(tablet, NOTES)).isTrue();
    assertThat(tablet.mayTalkTo(phone, NOTES)).isTrue();
    assertThat(phone.mayTalkTo(tablet, CHESS)).isFalse();
    assertThat(phone.timers).isEmpty();
    assertThat(tablet.timers).isEmpty();
  }

  @Test
  void usesThePlatformsMessageNumbersInOrder() {
    List<Integer> numbers = new ArrayList<>();
    phone.bindsWith(tablet);

    while (tablet.all(TrustEffect.BindEnded.class).isEmpty() || !world.table.isEmpty()) {
      numbers.add(((BindMessage) world.table.get(0).message()).number());
      world.deliver(0);
      if (numbers.equals(List.of(80, 90, 100))) {
        tablet.confirms(ConfirmChoice.ALLOW_ONCE);
      } else if (numbers.equals(List.of(80, 90, 100, 110))) {
        phone.types(tablet.shownPin());
      }
    }

    assertThat(numbers)
        .containsExactly(
            80, 90, 100, 110, 120, 130, 121, 131, 140, 150, 160, 170, 161, 171, 160, 170, 161, 171,
            180, 190, 200, 201);
  }

  @ParameterizedTest
  @EnumSource(AuthenticationType.class)
  void storesOnBothSidesForHowLongThePersonAllowedIt(AuthenticationType type) {
    phone.bindsWith(tablet);
    world.deliverAll();
    tablet.confirms(ConfirmChoice.valueOf(type.name()));
    world.deliverAll();
    phone.types(tablet.shownPin());
    world.deliverAll();

    assertThat(phone.state.rows()).extracting(AccessRow::authenticationType).containsOnly(type);
    assertThat(tablet.state.rows()).extracting(AccessRow::authenticationType).containsOnly(type);
    assertThat(phone.state.rows()).extracting(AccessRow::side).containsOnly(RowSide.ACCESSER);
    assertThat(tablet.state.rows()).extracting(AccessRow::side).containsOnly(RowSide.ACCESSEE);
  }

  @Test
  void opensEveryAppAtUserLevel() {
    phone.bindsWith(tablet, NOTES, BindLevel.USER);
    world.deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
    world.deliverAll();
    phone.types(tablet.shownPin());
    world.deliverAll();

    assertThat(phone.mayTalkTo(tablet, CHESS)).isTrue();
    assertThat(tablet.mayTalkTo(phone, CHESS)).isTrue();
  }

  @Test
  void showsASixDigitPinOnTheSinkAndAsksForItOnTheSource() {
    world.bindUpToPin(phone, tablet);

    assertThat(tablet.shownPin()).isBetween(100_000, 999_999);
    assertThat(phone.all(TrustEffect.ShowPin.class)).isEmpty();
    assertThat(phone.all(TrustEffect.AskPin.class)).hasSize(1);
  }

  @Test
  void asksAgainAfterAWrongPinAndTakesTheSamePinThen() {
    world.bindUpToPin(phone, tablet);
    int right = tablet.shownPin();

    phone.types(right - 1);
    world.deliverAll();
    phone.types(right - 1);
    world.deliverAll();
    phone.types(right);
    world.deliverAll();

    assertThat(phone.all(TrustEffect.AskPin.class)).hasSize(3);
    assertThat(tablet.all(TrustEffect.ShowPin.class)).hasSize(1);
    assertThat(phone.ending()).isEqualTo(BindReason.OK);
  }

  @Test
  void endsBothSidesAtTheThirdWrongPin() {
    world.bindUpToPin(phone, tablet);

    for (int tries = 0; tries < 3; tries++) {
      phone.types(tablet.shownPin() - 1);
      world.deliverAll();
    }

    assertThat(phone.ending()).isEqualTo(BindReason.PIN_WRONG_TOO_OFTEN);
    assertThat(tablet.ending()).isEqualTo(BindReason.PIN_WRONG_TOO_OFTEN);
    assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
  }

  @Test
  void refusesASecondBindOfTheSource() {
    phone.bindsWith(tablet);

    Trust.Reply second = phone.bindsWith(watch);

    assertThat(second).isEqualTo(new Trust.BindFailed(BindReason.SOURCE_BUSY));
    assertThat(phone.sessions.bind().orElseThrow().request().peer()).isEqualTo(tablet.identity);
  }

  @Test
  void answersASecondSourceThatTheSinkIsBusy() {
    phone.bindsWith(tablet);
    world.deliverAll();

    watch.bindsWith(tablet);
    world.deliverAll();

    assertThat(watch.ending()).isEqualTo(BindReason.SINK_BUSY);
    assertThat(tablet.sessions.bind().orElseThrow().id()).isEqualTo(phone.bind());
  }

  @Test
  void failsBothWhenTwoDevicesBindWithEachOtherAtOnce() {
    phone.bindsWith(tablet);
    tablet.bindsWith(phone);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.SINK_BUSY);
    assertThat(tablet.ending()).isEqualTo(BindReason.SINK_BUSY);
  }

  @Test
  void tellsBothSidesOfARejection() {
    phone.bindsWith(tablet);
    world.deliverAll();

    tablet.confirms(ConfirmChoice.REJECT);
    world.deliverAll();

    assertThat(tablet.ending()).isEqualTo(BindReason.PEER_REJECTED);
    assertThat(phone.ending()).isEqualTo(BindReason.PEER_REJECTED);
    assertThat(tablet.all(TrustEffect.ShowPin.class)).isEmpty();
  }

  @Test
  void endsWithConfirmTimeoutWhenTheBoxClosesByItself() {
    phone.bindsWith(tablet);
    world.deliverAll();

    tablet.fires(BindTimer.CONFIRM_BOX);
    world.deliverAll();

    assertThat(tablet.ending()).isEqualTo(BindReason.CONFIRM_TIMEOUT);
    assertThat(phone.ending()).isEqualTo(BindReason.CONFIRM_TIMEOUT);
  }

  @Test
  void endsWithPlainTimeoutWhenTheSourceTiresFirst() {
    phone.bindsWith(tablet);
    world.deliverAll();

    phone.fires(BindTimer.CONFIRM);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.TIMEOUT);
    assertThat(tablet.ending()).isEqualTo(BindReason.TIMEOUT);
  }

  @Test
  void timesOutWhenThePeerNeverAnswers() {
    phone.bindsWith(tablet);
    world.loseAll();

    phone.fires(BindTimer.NEGOTIATE);

    assertThat(phone.ending()).isEqualTo(BindReason.TIMEOUT);
    assertThat(phone.timers).isEmpty();
  }

  @Test
  void timesOutOnBothSidesWhenNobodyTypesThePin() {
    world.bindUpToPin(phone, tablet);

    phone.fires(BindTimer.PIN_AUTH);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.TIMEOUT);
    assertThat(tablet.ending()).isEqualTo(BindReason.TIMEOUT);
  }

  @Test
  void startsThePinTimerAnewForEachTry() {
    world.bindUpToPin(phone, tablet);
    phone.effects.clear();
    tablet.effects.clear();

    phone.types(tablet.sessions.bind().orElseThrow().pin() - 1);
    world.deliverAll();

    assertThat(phone.all(TrustEffect.StartTimer.class)).hasSize(1);
    assertThat(tablet.all(TrustEffect.StartTimer.class)).hasSize(1);
  }

  @Test
  void ignoresATimerThatWasStopped() {
    world.bindUpToPin(phone, tablet);

    Trust.Reply reply = phone.fires(BindTimer.NEGOTIATE);

    assertThat(reply).isEqualTo(new Trust.Refused(TrustRefusal.NO_SUCH_BIND));
    assertThat(phone.sessions.bind()).isPresent();
  }

  @Test
  void namesTheSideThatCancelledThePin() {
    world.bindUpToPin(phone, tablet);
    phone.asked(new Trust.CancelPin(phone.bind()));
    world.deliverAll();

    world.bindUpToPin(phone, watch);
    watch.asked(new Trust.CancelPin(watch.bind()));
    world.deliverAll();

    assertThat(tablet.ending()).isEqualTo(BindReason.PIN_INPUT_CANCELLED);
    assertThat(watch.ending()).isEqualTo(BindReason.PIN_DISPLAY_CANCELLED);
    assertThat(phone.ending()).isEqualTo(BindReason.PIN_DISPLAY_CANCELLED);
  }

  @Test
  void endsTheBindOnAMessageOutOfTurn() {
    world.bindUpToPin(phone, tablet);

    tablet.asked(new Trust.Receive(phone.identity, new BindMessage.ConfirmRequest(tablet.bind())));
    world.deliverAll();

    assertThat(tablet.ending()).isEqualTo(BindReason.NEXT_STATE_INVALID);
    assertThat(phone.ending()).isEqualTo(BindReason.NEXT_STATE_INVALID);
  }

  @Test
  void takesNoMessageOfAThirdDevice() {
    world.bindUpToPin(phone, tablet);
    BindMessage forged = new BindMessage.Finish(tablet.bind(), BindReason.USER_CANCELLED);

    Trust.Reply reply = tablet.asked(new Trust.Receive(watch.identity, forged));

    assertThat(reply).isEqualTo(new Trust.Refused(TrustRefusal.NO_SUCH_BIND));
    assertThat(tablet.sessions.bind()).isPresent();
  }

  @Test
  void takesNoPinBeforeItIsAskedFor() {
    phone.bindsWith(tablet);

    assertThat(phone.types(123_456)).isEqualTo(new Trust.Refused(TrustRefusal.NOT_ASKED_NOW));
    assertThat(tablet.asked(new Trust.TypePin(new BindId("none"), 123_456)))
        .isEqualTo(new Trust.Refused(TrustRefusal.NO_SUCH_BIND));
  }

  @Test
  void refusesToBindADeviceWithItself() {
    assertThat(phone.bindsWith(phone)).isEqualTo(new Trust.BindFailed(BindReason.INPUT_INVALID));
  }

  @Test
  void countsAnExistingBondAsSuccessWithoutAskingAnybody() {
    world.bind(phone, tablet);
    tablet.effects.clear();

    phone.bindsWith(tablet);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.ALREADY_TRUSTED);
    assertThat(tablet.ending()).isEqualTo(BindReason.ALREADY_TRUSTED);
    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).isEmpty();
    assertThat(phone.hasBond() && tablet.hasBond()).isTrue();
  }

  @Test
  void repairsABondThatOneSideHasLost() {
    world.bind(phone, tablet);
    phone.asked(new Trust.Unbind(tablet.identity, NOTES));
    world.loseAll();
    tablet.effects.clear();

    world.bind(phone, tablet);

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(phone.hasBond() && tablet.hasBond()).isTrue();
  }

  @Test
  void keepsOneLinkRowForTwoAppsAndTheirSharedCredentials() {
    world.bind(phone, tablet);
    tablet.effects.clear();
    phone.bindsWith(tablet, CHESS, BindLevel.APP);
    world.deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ONCE);
    world.deliverAll();
    phone.types(tablet.shownPin());
    world.deliverAll();

    assertThat(phone.state.rows()).hasSize(3);
    assertThat(phone.state.credentials()).hasSize(2);
    assertThat(phone.mayTalkTo(tablet, CHESS) && phone.mayTalkTo(tablet, NOTES)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 899_999, 900_000, Long.MAX_VALUE})
  void drawsEveryPinFromTheSixDigitRange(long draw) {
    phone.bindsWith(tablet);
    world.deliverAll();

    Trust.Decision shown =
        Trust.decide(
            tablet.state,
            tablet.sessions,
            new Trust.AnswerConfirm(tablet.bind(), ConfirmChoice.ALLOW_ONCE),
            new Trust.Inputs(tablet.identity, Instant.EPOCH, draw));

    assertThat(shown.effects())
        .filteredOn(TrustEffect.ShowPin.class::isInstance)
        .singleElement()
        .satisfies(
            effect -> assertThat(((TrustEffect.ShowPin) effect).pin()).isBetween(100_000, 999_999));
  }
}
