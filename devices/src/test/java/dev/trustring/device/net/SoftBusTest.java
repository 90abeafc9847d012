package dev.trustring.device.net;

import static dev.trustring.device.net.Bearer.BLUETOOTH;
import static dev.trustring.device.net.Bearer.WIFI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.SoftBus.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoftBusTest extends PhoneBus {

  @Test
  void opensASessionOverTheFirstBearerBeforeAnythingGoesOut() {
    sends(TABLET, hello());

    assertThat(wishes)
        .containsExactly(transmit(TABLET, WIFI, new Payload.SessionOpen(1)), remind(TABLET, 1, 3));
  }

  @Test
  void sendsWhatWaitedInItsOrderOnceTheSessionIsAccepted() {
    sends(TABLET, sync(1));
    sends(TABLET, sync(2));
    assertThat(wishes).isEmpty();

    hears(TABLET, WIFI, new Payload.SessionAccept(1));

    assertThat(wishes)
        .containsExactly(transmit(TABLET, WIFI, sync(1)), transmit(TABLET, WIFI, sync(2)));
  }

  @Test
  void sendsAtOnceOverAnOpenSession() {
    hasOpenSession(TABLET, WIFI, START);

    sends(TABLET, sync(1));

    assertThat(wishes).containsExactly(transmit(TABLET, WIFI, sync(1)));
  }

  @Test
  void acceptsASessionThatAPeerWantsAndUsesItItself() {
    hears(TABLET, BLUETOOTH, new Payload.SessionOpen(7));
    assertThat(wishes).containsExactly(transmit(TABLET, BLUETOOTH, new Payload.SessionAccept(7)));

    sends(TABLET, hello());

    assertThat(wishes).containsExactly(transmit(TABLET, BLUETOOTH, hello()));
  }

  @Test
  void handsOnWhatAPeerSends() {
    hears(TABLET, WIFI, hello());

    assertThat(wishes).containsExactly(new Wish.Deliver(TABLET, hello()));
  }

  @Test
  void doesNotTakeAPeersFrameForASessionOfItsOwn() {
    hears(TABLET, WIFI, hello());

    sends(TABLET, sync(1));

    assertThat(wishes).contains(transmit(TABLET, WIFI, new Payload.SessionOpen(1)));
  }

  @Test
  void fallsBackToTheNextBearerWhenThePatienceIsOver() {
    sends(TABLET, sync(1));

    isReminded(TABLET, 1);

    assertThat(wishes)
        .containsExactly(
            transmit(TABLET, BLUETOOTH, new Payload.SessionOpen(2)), remind(TABLET, 2, 10));
  }

  @Test
  void sendsWhatWaitedOverTheBearerThatWasFallenBackTo() {
    sends(TABLET, sync(1));
    isReminded(TABLET, 1);

    hears(TABLET, BLUETOOTH, new Payload.SessionAccept(2));

    assertThat(wishes).containsExactly(transmit(TABLET, BLUETOOTH, sync(1)));
  }

  @Test
  void namesEachAttemptOnceWhenNoBearerIsLeft() {
    sends(TABLET, sync(1));
    sends(TABLET, hello());
    sends(TABLET, sync(2));
    sends(TABLET, sync(1));
    isReminded(TABLET, 1);

    isReminded(TABLET, 2);

    assertThat(wishes)
        .containsExactly(giveUp(TABLET, LaneCode.LINK_TIMEOUT, attempt(1), attempt(2)));
    assertThat(phone.sessions()).isEmpty();
  }

  @Test
  void givesUpAtOnceWhenNoRadioIsOn() {
    switches();

    sends(TABLET, sync(1));

    assertThat(wishes).containsExactly(giveUp(TABLET, LaneCode.WIFI_INACTIVE, attempt(1)));
  }

  @Test
  void beginsAnewAfterItGaveUp() {
    sends(TABLET, sync(1));
    isReminded(TABLET, 1);
    isReminded(TABLET, 2);

    sends(TABLET, sync(3));

    assertThat(wishes).contains(transmit(TABLET, WIFI, new Payload.SessionOpen(3)));
  }

  @Test
  void opensAnewOnceASessionWasIdleForMoreThanFiveSeconds() {
    hasOpenSession(TABLET, WIFI, START);

    sendsAt(START.plusSeconds(5), TABLET, sync(1));
    assertThat(wishes).containsExactly(transmit(TABLET, WIFI, sync(1)));

    sendsAt(START.plusSeconds(10).plusMillis(1), TABLET, sync(2));
    assertThat(wishes).contains(transmit(TABLET, WIFI, new Payload.SessionOpen(2)));
  }

  @Test
  void keepsASessionInUseThatOnlyThePeerUses() {
    hasOpenSession(TABLET, WIFI, START);
    hearsAt(START.plusSeconds(4), TABLET, WIFI, hello());

    sendsAt(START.plusSeconds(8), TABLET, sync(1));

    assertThat(wishes).containsExactly(transmit(TABLET, WIFI, sync(1)));
  }

  @Test
  void answersOverTheBearerThatThePeerChanged() {
    hasOpenSession(TABLET, WIFI, START);
    hears(TABLET, BLUETOOTH, new Payload.SessionOpen(4));

    sends(TABLET, sync(1));

    assertThat(wishes).containsExactly(transmit(TABLET, BLUETOOTH, sync(1)));
  }

  @Test
  void dropsSessionsOverARadioThatGoesOff() {
    hasOpenSession(TABLET, WIFI, START);
    hears(WATCH, BLUETOOTH, new Payload.SessionOpen(1));

    switches(BLUETOOTH);

    assertThat(phone.sessions()).containsOnlyKeys(Route.ofServices(WATCH));
    sends(TABLET, sync(1));
    assertThat(wishes).contains(transmit(TABLET, BLUETOOTH, new Payload.SessionOpen(2)));
  }

  @Test
  void goesOnWithTheNextBearerAtOnceWhenTheRadioOfAnOpeningGoesOff() {
    sends(TABLET, sync(1));

    switches(BLUETOOTH);

    assertThat(wishes)
        .containsExactly(
            transmit(TABLET, BLUETOOTH, new Payload.SessionOpen(2)), remind(TABLET, 2, 10));
  }

  @Test
  void doesNotUseASessionThatAPeerOpenedOverARadioThatIsOffByNow() {
    switches(BLUETOOTH);
    hears(TABLET, WIFI, new Payload.SessionOpen(3));

    sends(TABLET, sync(1));

    assertThat(wishes).contains(transmit(TABLET, BLUETOOTH, new Payload.SessionOpen(1)));
  }

  @Test
  void leavesAnOpeningAloneWhenAnotherRadioGoesOff() {
    sends(TABLET, sync(1));

    switches(WIFI);

    assertThat(wishes).isEmpty();
    isReminded(TABLET, 1);
    assertThat(wishes).containsExactly(giveUp(TABLET, LaneCode.PROBE_TIMEOUT, attempt(1)));
  }

  @Test
  void comesTogetherWhenBothSidesOpenAtOnce() {
    SoftBus tablet =
        SoftBus.withRadios(TABLET, List.of(WIFI, BLUETOOTH))
            .send(Route.ofServices(PHONE), sync(2), START)
            .bus();
    sends(TABLET, sync(1));

    hears(TABLET, WIFI, new Payload.SessionOpen(1));
    assertThat(wishes).containsExactly(transmit(TABLET, WIFI, new Payload.SessionAccept(1)));
    hears(TABLET, WIFI, new Payload.SessionAccept(1));
    SoftBus.Next accepted =
        tablet.receive(new Frame(PHONE, TABLET, WIFI, new Payload.SessionAccept(1)), START);

    assertThat(wishes).containsExactly(transmit(TABLET, WIFI, sync(1)));
    assertThat(accepted.wishes())
        .containsExactly(new Wish.Transmit(new Frame(TABLET, PHONE, WIFI, sync(2))));
  }

  @Test
  void ignoresALateAcceptOfAnEarlierNumber() {
    sends(TABLET, sync(1));
    isReminded(TABLET, 1);

    hears(TABLET, WIFI, new Payload.SessionAccept(1));

    assertThat(wishes).isEmpty();
    assertThat(phone.sessions().get(Route.ofServices(TABLET)))
        .isInstanceOf(SoftBus.Session.Opening.class);
  }

  @Test
  void ignoresAReminderOfASessionThatCameToBe() {
    hasOpenSession(TABLET, WIFI, START);

    isReminded(TABLET, 1);

    assertThat(wishes).isEmpty();
    assertThat(phone.sessions().get(Route.ofServices(TABLET)))
        .isInstanceOf(SoftBus.Session.Open.class);
  }

  @Test
  void ignoresAReminderOfAnEarlierNumber() {
    sends(TABLET, sync(1));
    isReminded(TABLET, 1);

    isReminded(TABLET, 1);

    assertThat(wishes).isEmpty();
  }

  @Test
  void keepsNoMoreThanItsLimitWaiting() {
    for (int number = 1; number <= SoftBus.MOST_WAITING + 1; number++) {
      sends(TABLET, sync(number));
    }

    hears(TABLET, WIFI, new Payload.SessionAccept(1));

    assertThat(wishes)
        .hasSize(SoftBus.MOST_WAITING)
        .endsWith(transmit(TABLET, WIFI, sync(SoftBus.MOST_WAITING)));
  }

  @Test
  void givesUpWhatWaitsForAPeerThatReadsAnotherVersion() {
    sends(TABLET, sync(1));
    sends(TABLET, hello());
    sends(WATCH, sync(2));

    hears(TABLET, WIFI, new Payload.VersionRefused(1, 2));

    assertThat(wishes).containsExactly(giveUp(TABLET, LaneCode.OTHER_VERSION, attempt(1)));
    assertThat(phone.sessions()).containsOnlyKeys(Route.ofServices(WATCH));
  }

  @Test
  void closesTheSessionWithAPeerThatReadsAnotherVersionByNow() {
    hasOpenSession(TABLET, WIFI, START);

    hears(TABLET, WIFI, new Payload.VersionRefused(1, 2));
    assertThat(phone.sessions()).isEmpty();

    sends(TABLET, sync(1));
    assertThat(wishes).contains(transmit(TABLET, WIFI, new Payload.SessionOpen(2)));
  }

  @Test
  void doesNotTryAnotherBearerTowardsAPeerThatReadsAnotherVersion() {
    sends(TABLET, sync(1));
    hears(TABLET, WIFI, new Payload.VersionRefused(1, 2));

    isReminded(TABLET, 1);

    assertThat(wishes).isEmpty();
  }
}
