package dev.trustring.device.lnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states, times and codes of a join (trust-and-softbus §5.3). */
class JoinTest extends Builders {

  private static final DeviceIdentity TABLET_ID = DeviceIdentity.of(TABLET);

  @Test
  void goesFromAConnectionToTheAttributesAndIsOnline() {
    joins(TABLET);
    assertThat(of(LnnWish.Connect.class)).hasSize(1);
    assertThat(waitsFor()).containsExactly(LnnWish.What.JOIN, LnnWish.What.CONNECTION);

    does(() -> phone.connected(TABLET));
    assertThat(said()).containsExactly(new JoinMessage.DeviceId(1));
    assertThat(waitsFor()).containsExactly(LnnWish.What.AUTHENTICATION);

    hears(new JoinMessage.DeviceIdAnswer(1));
    finds(bonded(PHONE, TABLET_ID));
    assertThat(said()).singleElement().isInstanceOf(JoinMessage.Proof.class);

    hears(new JoinMessage.ProofAnswer(1, Optional.empty()));
    assertThat(said()).containsExactly(new JoinMessage.KeySaved(1));

    hears(new JoinMessage.KeySavedAnswer(1));
    assertThat(said()).containsExactly(new JoinMessage.DeviceInfo(1, attributes(PHONE)));

    hears(new JoinMessage.DeviceInfoAnswer(1, attributes(TABLET_ID)));
    assertThat(wanted)
        .containsExactly(new LnnWish.Admit(TABLET, attributes(TABLET_ID), Optional.empty()));

    does(() -> phone.admitted(TABLET, true));
    assertThat(answers()).containsExactly(new LnnReply.Done());
    joins(TABLET);
    assertThat(wanted).containsExactly(new LnnWish.Answer(1, new LnnReply.Done()));
  }

  @Test
  void hasTheTimesOfThePlatform() {
    assertThat(LnnWish.What.values())
        .extracting(what -> new LnnWish.Timer(TABLET, 1, what).patience().toSeconds())
        .containsExactly(11L, 3L, 10L, 15L, 5L);
    assertThat(Duration.ofSeconds(15))
        .isEqualTo(new LnnWish.Timer(TABLET, 1, LnnWish.What.JOIN).patience());
  }

  @ParameterizedTest
  @CsvSource({
    "DEVICE_ID, -425983958",
    "HICHAIN, -425983957",
    "SESSION_KEY, -425983956",
    "DEVICE_INFO, -425983955"
  })
  void failsAfterTenSecondsWithTheCodeOfTheStageThatStuck(JoinStage stage, int code) {
    comesTo(stage);

    late(LnnWish.What.AUTHENTICATION);

    assertThat(failures()).extracting(JoinCode::number).containsExactly(code);
    assertThat(answers()).containsExactly(refused(failures().get(0)));
  }

  @ParameterizedTest
  @CsvSource({"WIFI, -425983874", "BLUETOOTH, -425983873", "BLE, -425983872"})
  void failsWithTheCodeOfTheRadioWhenNoConnectionComesToBe(Bearer first, int code) {
    does(() -> phone.radios(List.of(first)));
    comesTo(JoinStage.CONNECTING);

    late(LnnWish.What.CONNECTION);

    assertThat(failures()).extracting(JoinCode::number).containsExactly(code);
  }

  @Test
  void triesAConnectionThatFailsOnceMoreAfterThreeSeconds() {
    comesTo(JoinStage.CONNECTING);

    does(() -> phone.cut(TABLET));
    assertThat(waitsFor()).containsExactly(LnnWish.What.RETRY);
    late(LnnWish.What.RETRY);
    assertThat(of(LnnWish.Connect.class)).hasSize(1);

    does(() -> phone.cut(TABLET));
    assertThat(wanted).isEmpty();
  }

  @Test
  void failsAsAWholeAfterFifteenSeconds() {
    comesTo(JoinStage.HICHAIN);

    late(LnnWish.What.JOIN);

    assertThat(failures()).extracting(JoinCode::number).containsExactly(-426049531);
  }

  @Test
  void isCutOffWhenItsConnectionIsLostInTheMiddle() {
    comesTo(JoinStage.HICHAIN);

    does(() -> phone.cut(TABLET));

    assertThat(failures()).containsExactly(JoinCode.DISCONNECTED);
    assertThat(JoinCode.DISCONNECTED.number()).isEqualTo(-426049528);
    assertThat(JoinCode.DISCONNECTED.words()).contains("-425983989");
  }

  @ParameterizedTest
  @CsvSource({
    "PROOF_MISMATCH, -425922573",
    "GROUP_NOT_EXIST, -425920007",
    "NO_CANDIDATE_GROUP, -425919748",
    "NOT_TRUSTED, -426049530"
  })
  void failsAtOnceWithWhatThePeersHiChainSays(JoinCode said, int code) {
    comesTo(JoinStage.HICHAIN);

    hears(new JoinMessage.ProofAnswer(1, Optional.of(said)));

    assertThat(answers()).containsExactly(refused(said));
    assertThat(said.number()).isEqualTo(code);
  }

  @Test
  void asksThePeerNothingWhenItHasNoCandidateItself() {
    joins(TABLET);
    does(() -> phone.connected(TABLET));
    hears(new JoinMessage.DeviceIdAnswer(1));

    finds(STRANGER);

    assertThat(said()).isEmpty();
    assertThat(failures()).containsExactly(JoinCode.NO_CANDIDATE_GROUP);
  }

  @Test
  void failsByItselfWithoutAKeyOfItsOwn() {
    joins(TABLET);
    does(() -> phone.connected(TABLET));
    hears(new JoinMessage.DeviceIdAnswer(1));

    finds(withRows(STRANGER, TABLET_ID));

    assertThat(said()).isEmpty();
    assertThat(failures()).extracting(JoinCode::number).containsExactly(-425919500);
  }

  @Test
  void failsWhenThePeerIsTrustedNoMore() {
    comesTo(JoinStage.SESSION_KEY);

    does(() -> phone.trustsNoMore(TABLET));

    assertThat(failures()).containsExactly(JoinCode.NOT_TRUSTED);
    assertThat(JoinCode.NOT_TRUSTED.words()).contains("-425983984").contains("-426049530");
  }

  @Test
  void ignoresWhatDoesNotFitTheStage() {
    comesTo(JoinStage.DEVICE_ID);

    hears(new JoinMessage.KeySavedAnswer(1));
    hears(new JoinMessage.DeviceIdAnswer(2));

    assertThat(wanted).isEmpty();
  }

  @Test
  void isTakenBackByLeaving() {
    comesTo(JoinStage.HICHAIN);

    does(() -> phone.leave(2, TABLET));

    assertThat(said()).containsExactly(new JoinMessage.Cancelled(1));
    assertThat(answers()).containsExactly(refused(JoinCode.CANCELLED), new LnnReply.Done());
    assertThat(JoinCode.CANCELLED.number()).isEqualTo(-426049533);
  }

  @Test
  void processesTwoAtATimeAndTheOthersInTheirOrder() {
    joins(TABLET);
    joins(WATCH);
    joins(new DeviceName("tv"));
    assertThat(wanted).isEmpty();

    late(LnnWish.What.JOIN);

    assertThat(of(LnnWish.Connect.class))
        .containsExactly(new LnnWish.Connect(new DeviceName("tv")));
  }

  @Test
  void takesBackAJoinThatWaitsForItsTurn() {
    joins(TABLET);
    joins(WATCH);
    joins(new DeviceName("tv"));

    does(() -> phone.leave(2, new DeviceName("tv")));

    assertThat(answers()).containsExactly(refused(JoinCode.CANCELLED), new LnnReply.Done());
  }

  @Test
  void hasThirtyRecordsAndRefusesTheNextJoin() {
    for (int node = 1; node <= 29; node++) {
      phone.online(new DeviceName("node" + node));
    }
    joins(TABLET);
    assertThat(answers()).isEmpty();

    joins(WATCH);

    assertThat(answers()).containsExactly(refused(JoinCode.TOO_MANY_RECORDS));
    assertThat(JoinCode.TOO_MANY_RECORDS.number()).isEqualTo(-426049510);
  }

  @Test
  void leavesANodeWhenItHasAnsweredOrAfterFiveSeconds() {
    phone.online(TABLET);
    does(() -> phone.leave(2, TABLET));
    assertThat(said()).containsExactly(new JoinMessage.Leave(1));
    assertThat(waitsFor()).containsExactly(LnnWish.What.LEAVE);

    late(LnnWish.What.LEAVE);
    assertThat(of(LnnWish.Dismiss.class)).containsExactly(new LnnWish.Dismiss(TABLET));
    assertThat(answers()).containsExactly(new LnnReply.Done());

    phone.online(WATCH);
    does(() -> phone.leave(3, WATCH));
    does(() -> phone.heard(WATCH, new JoinMessage.LeaveAnswer(2), attributes(PHONE)));
    assertThat(of(LnnWish.Dismiss.class)).containsExactly(new LnnWish.Dismiss(WATCH));
  }

  @Test
  void joinsNobodyThatItIsJustLeaving() {
    phone.online(TABLET);
    phone.leave(2, TABLET);

    joins(TABLET);
    assertThat(answers()).contains(refused(JoinCode.ALREADY_LEAVING));
    does(() -> phone.leave(3, TABLET));
    assertThat(answers()).containsExactly(refused(JoinCode.ALREADY_LEAVING));
    assertThat(JoinCode.ALREADY_LEAVING.number()).isEqualTo(-426049532);
  }

  @Test
  void leavesNobodyThatItDoesNotKnow() {
    does(() -> phone.leave(2, TABLET));

    assertThat(answers()).containsExactly(refused(JoinCode.UNKNOWN_NODE));
    assertThat(JoinCode.UNKNOWN_NODE.number()).isEqualTo(-426049509);
  }

  @Test
  void isDoneWhenMembershipBringsThePeerFirst() {
    comesTo(JoinStage.DEVICE_ID);

    does(() -> phone.online(TABLET));

    assertThat(answers()).containsExactly(new LnnReply.Done());
    late(LnnWish.What.AUTHENTICATION);
    assertThat(wanted).isEmpty();
  }

  @Test
  void takesWhoWasHeardForConnected() {
    does(() -> phone.heardOf(TABLET));
    assertThat(said()).containsExactly(new JoinMessage.DeviceId(1));

    does(() -> phone.cut(TABLET));
    assertThat(wanted).as("that nobody answers is told by the stage").isEmpty();
    late(LnnWish.What.AUTHENTICATION);
    assertThat(failures()).containsExactly(JoinCode.DEVICE_ID);
  }

  @Test
  void tellsASilentIntroductionByTheChannelThatItWentOver() {
    does(() -> phone.introduced(TABLET));
    late(LnnWish.What.AUTHENTICATION);
    assertThat(wanted).containsExactly(new LnnWish.AskChannel(TABLET, 1));

    does(() -> phone.channelIs(TABLET, 1, false));
    assertThat(failures()).containsExactly(JoinCode.DEVICE_ID);

    does(() -> phone.introduced(TABLET));
    does(() -> phone.channelIs(TABLET, 2, true));
    assertThat(failures()).containsExactly(JoinCode.HICHAIN);
  }

  @Test
  void tellsAnIntroductionWhoseRowIsNotStored() {
    does(() -> phone.introduced(TABLET));
    does(() -> phone.helloAnswered(TABLET, true));

    late(LnnWish.What.AUTHENTICATION);

    assertThat(failures()).containsExactly(JoinCode.SESSION_KEY);
  }

  @Test
  void tellsAnIntroductionToAnotherAccount() {
    does(() -> phone.introduced(TABLET));

    does(() -> phone.helloAnswered(TABLET, false));

    assertThat(failures()).containsExactly(JoinCode.GROUP_NOT_EXIST);
  }

  @Test
  void tellsNothingOfAnIntroductionThatBecomesARow() {
    does(() -> phone.introduced(TABLET));
    does(() -> phone.helloAnswered(TABLET, true));
    does(() -> phone.trusts(Set.of(TABLET)));

    assertThat(failures()).isEmpty();
    assertThat(of(LnnWish.StopTimers.class)).containsExactly(new LnnWish.StopTimers(TABLET, 1));
  }

  @Test
  void cutsAnIntroductionOffWithItsLastRadio() {
    does(() -> phone.introduced(TABLET));

    does(() -> phone.radios(List.of(Bearer.BLUETOOTH)));
    assertThat(failures()).isEmpty();
    does(() -> phone.radios(List.of()));
    assertThat(failures()).containsExactly(JoinCode.DISCONNECTED);
  }
}
