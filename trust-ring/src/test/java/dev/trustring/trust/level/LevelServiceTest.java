package dev.trustring.trust.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.level.LevelMessage.CredentialWanted;
import dev.trustring.trust.level.LevelProof.Flaw;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How one device learns the level of another (trust-and-softbus §4.3). */
class LevelServiceTest extends AskingPhone {
  @Test
  void asksWhoeverComesOnlineWithoutALevel() {
    comesOnline(Optional.empty());

    CredentialWanted asked = (CredentialWanted) sent().get(0).message();
    assertThat(asked.version()).isEqualTo(196608);
    assertThat(asked.challenge().orElseThrow()).matches("[0-9a-f]{16}");
    assertThat(asked.support()).containsExactly(1000, 2000, 3000);
    assertThat(resendAfter()).isEqualTo(Duration.ofSeconds(40));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "3, 3", "5, 5"})
  void takesTheLevelOfTheAttributesWithoutAMessage(int stated, int level) {
    comesOnline(Optional.of(stated));

    assertThat(sent()).isEmpty();
    assertThat(asks(1)).contains(new LevelAnswer(level, LevelCode.SUCCESS));
  }

  @Test
  void takesALevelZeroOfTheAttributesInPlaceOfAHigherOneThatItKnew() {
    knows(3);

    comesOnline(Optional.of(0));

    assertThat(asks(1)).contains(new LevelAnswer(1, LevelCode.SUCCESS));
  }

  @Test
  void answersThoseWhoWaitOnceTheCredentialHasCome() {
    comesOnline(Optional.empty());
    assertThat(asks(1)).isEmpty();
    assertThat(asks(2)).isEmpty();

    told(credential(Flaw.NONE, 3));

    assertThat(answers())
        .containsExactly(
            new LevelService.Answer(1, LevelAnswer.known(3)),
            new LevelService.Answer(2, LevelAnswer.known(3)));
  }

  @Test
  void neverAsksAgainOnceItKnows() {
    knows(3);
    goesOffline();

    comesOnline(Optional.empty());

    assertThat(sent()).isEmpty();
    assertThat(asks(1)).contains(LevelAnswer.known(3));
  }

  @Test
  void knowsItsOwnLevel() {
    happens(new LevelService.Ask(PHONE, 1, 45));

    assertThat(answers()).containsExactly(new LevelService.Answer(1, LevelAnswer.known(4)));
  }

  @Test
  void doesNotKnowADeviceThatWasNeverOnline() {
    assertThat(asks(1)).contains(LevelAnswer.failed(LevelCode.NO_SUCH_DEVICE));
    assertThat(LevelCode.NO_SUCH_DEVICE.number()).isEqualTo(38);
  }

  @Test
  void saysOfADeviceThatIsGoneThatItIsNotOnline() {
    knows(3);
    goesOffline();

    assertThat(asks(1)).contains(LevelAnswer.failed(LevelCode.NOT_ONLINE));
    assertThat(LevelCode.NOT_ONLINE.number()).isEqualTo(14);
  }

  @Test
  void letsSixtyFourWaitAndNoMore() {
    comesOnline(Optional.empty());
    for (int asker = 1; asker <= 64; asker++) {
      assertThat(asks(asker)).isEmpty();
    }

    assertThat(asks(65)).contains(LevelAnswer.failed(LevelCode.BUSY));
    assertThat(LevelCode.BUSY.number()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "60, 60", "30, 30", "0, 45", "61, 45", "-5, 45"})
  void takesFortyFiveSecondsForAWaitThatIsNotOneToSixty(int wanted, int waits) {
    comesOnline(Optional.empty());

    happens(new LevelService.Ask(TABLET, 1, wanted));

    assertThat(effects)
        .containsExactly(
            new LevelService.StartTimer(
                new LevelService.GiveUp(TABLET, 1), Duration.ofSeconds(waits)));
  }

  @Test
  void tellsWhoHasWaitedLongEnoughThatTimeIsOver() {
    comesOnline(Optional.empty());
    asks(1);

    happens(new LevelService.TimerFired(new LevelService.GiveUp(TABLET, 1)));

    assertThat(answers())
        .containsExactly(new LevelService.Answer(1, LevelAnswer.failed(LevelCode.TIMEOUT)));
    told(credential(Flaw.NONE, 3));
    assertThat(answers()).isEmpty();
  }

  @Test
  void tellsNobodyTwiceThatTimeIsOver() {
    comesOnline(Optional.empty());
    asks(1);
    told(credential(Flaw.NONE, 3));

    happens(new LevelService.TimerFired(new LevelService.GiveUp(TABLET, 1)));

    assertThat(effects).isEmpty();
  }

  @Test
  void asksSixTimesInAllAndLeavesThoseWhoWaitWaiting() {
    comesOnline(Optional.empty());
    asks(1);

    for (int resend = 1; resend <= 5; resend++) {
      fortySecondsPass();
      assertThat(sent()).as("question %d", resend + 1).hasSize(1);
    }
    fortySecondsPass();

    assertThat(effects).isEmpty();
    assertThat(asks(2)).contains(LevelAnswer.failed(LevelCode.TIMEOUT));
  }

  @Test
  void tellsThoseWhoWaitWhenNoSessionCouldBeOpened() {
    comesOnline(Optional.empty());
    asks(1);

    happens(new LevelService.NotSent(TABLET));

    assertThat(answers())
        .containsExactly(new LevelService.Answer(1, LevelAnswer.failed(LevelCode.NO_SESSION)));
    assertThat(asks(2)).contains(LevelAnswer.failed(LevelCode.NO_SESSION));
    assertThat(LevelCode.NO_SESSION.number()).isEqualTo(36);
  }

  @Test
  void tellsThoseWhoWaitWhatItHasWhenTheDeviceGoes() {
    comesOnline(Optional.empty());
    asks(1);

    goesOffline();

    assertThat(answers())
        .containsExactly(new LevelService.Answer(1, LevelAnswer.failed(LevelCode.DEFAULT)));
    assertThat(effects).contains(new LevelService.StopTimer(new LevelService.Resend(TABLET)));
  }

  @Test
  void asksAgainFromTheBeginningWhenADeviceThatFailedComesBack() {
    comesOnline(Optional.empty());
    for (int answer = 0; answer < 6; answer++) {
      told(credential(Flaw.FORGED, 3));
    }
    goesOffline();

    comesOnline(Optional.empty());

    assertThat(sent()).hasSize(1);
    fortySecondsPass();
    assertThat(sent()).hasSize(1);
  }

  @Test
  void asksADeviceThatFailedAgainWhenItIsOnlineOnceMoreWithoutHavingGone() {
    comesOnline(Optional.empty());
    happens(new LevelService.NotSent(TABLET));

    comesOnline(Optional.empty());

    assertThat(sent()).hasSize(1);
    assertThat(asks(1)).isEmpty();
  }

  @Test
  void doesNotAskTwiceWhenADeviceIsOnlineTwice() {
    comesOnline(Optional.empty());

    comesOnline(Optional.empty());

    assertThat(effects).isEmpty();
  }

  @Test
  void looksAtAHundredAndTwentyEightDevicesAndNoMore() {
    for (int device = 0; device < 128; device++) {
      happens(new LevelService.Online(DeviceIdentity.of("d" + device), Optional.of(2)));
    }

    comesOnline(Optional.of(2));

    assertThat(asks(1)).contains(LevelAnswer.failed(LevelCode.NO_SUCH_DEVICE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void everyLevelCanBeAsked(int level) {
    knows(level);

    assertThat(asks(1).flatMap(LevelAnswer::level).map(DeviceLevel::number)).contains(level);
  }
}
