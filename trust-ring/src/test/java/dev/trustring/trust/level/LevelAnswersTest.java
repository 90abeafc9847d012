package dev.trustring.trust.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.level.LevelMessage.CredentialTold;
import dev.trustring.trust.level.LevelMessage.CredentialWanted;
import dev.trustring.trust.level.LevelProof.Flaw;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which answers to a question for a level count (trust-and-softbus §4.3, §4.4). */
class LevelAnswersTest extends AskingPhone {
  @Test
  void takesALateAnswerAlthoughItHadGivenUp() {
    comesOnline(Optional.empty());
    for (int resend = 0; resend <= 5; resend++) {
      fortySecondsPass();
    }

    told(credential(Flaw.NONE, 3));

    assertThat(asks(1)).contains(LevelAnswer.known(3));
  }

  @ParameterizedTest
  @CsvSource({"60, SUCCESS", "61, WRONG_CHALLENGE"})
  void takesAnAnswerForSixtySeconds(int seconds, LevelCode code) {
    comesOnline(Optional.empty());
    for (int resend = 0; resend < 5; resend++) {
      fortySecondsPass();
    }
    CredentialTold answer = credential(Flaw.NONE, 3);
    fortySecondsPass();
    now = now.plusSeconds(seconds - 40);

    told(answer);

    assertThat(asks(1).orElseThrow().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 4000, INVALID_PARAMETER, 1",
    "MISSING, 3000, NO_CREDENTIAL, 6",
    "MALFORMED, 3000, BAD_CREDENTIAL, 45",
    "WRONG_ROOT, 3000, WRONG_ROOT, 44",
    "FORGED, 3000, BAD_SIGNATURE, 40"
  })
  void tellsThoseWhoWaitAtOnceWhatIsWrongAndAsksAgain(
      Flaw flaw, int type, LevelCode code, int number) {
    comesOnline(Optional.empty());
    asks(1);
    CredentialTold made = credential(flaw, 3);

    told(new CredentialTold(made.version(), type, made.challenge(), made.info()));

    assertThat(answers()).containsExactly(new LevelService.Answer(1, LevelAnswer.failed(code)));
    assertThat(code.number()).isEqualTo(number);
    assertThat(sent()).hasSize(1);
    told(credential(Flaw.NONE, 3));
    assertThat(answers()).as("who was told waits no more").isEmpty();
    assertThat(asks(2)).contains(LevelAnswer.known(3));
  }

  @Test
  void asksADeviceWithABadCredentialNoMoreThanSixTimes() {
    comesOnline(Optional.empty());
    int asked = 1;
    for (int answer = 0; answer < 10; answer++) {
      told(credential(Flaw.FORGED, 3));
      asked += sent().size();
    }

    assertThat(asked).isEqualTo(6);
  }

  @Test
  void refusesAnAnswerWithoutAChallenge() {
    comesOnline(Optional.empty());
    asks(1);
    CredentialTold made = credential(Flaw.NONE, 3);

    told(new CredentialTold(made.version(), made.type(), Optional.empty(), made.info()));

    assertThat(answers())
        .containsExactly(new LevelService.Answer(1, LevelAnswer.failed(LevelCode.NO_CHALLENGE)));
    assertThat(LevelCode.NO_CHALLENGE.number()).isEqualTo(5);
  }

  @Test
  void refusesAnAnswerThatWasHeardBefore() {
    comesOnline(Optional.empty());
    CredentialTold old = credential(Flaw.NONE, 3);
    goesOffline();
    comesOnline(Optional.empty());
    asks(1);

    told(old);

    assertThat(answers())
        .containsExactly(new LevelService.Answer(1, LevelAnswer.failed(LevelCode.WRONG_CHALLENGE)));
    assertThat(LevelCode.WRONG_CHALLENGE.number()).isEqualTo(13);
  }

  @Test
  void refusesAnOldAttestationInANewAnswer() {
    comesOnline(Optional.empty());
    CredentialTold old = credential(Flaw.NONE, 3);
    fortySecondsPass();
    asks(1);

    told(new CredentialTold(old.version(), old.type(), question(), old.info()));

    assertThat(answers())
        .containsExactly(new LevelService.Answer(1, LevelAnswer.failed(LevelCode.WRONG_NONCE)));
  }

  @Test
  void doesNotLetAnAnswerThatNobodyWantedChangeWhatItKnows() {
    knows(3);
    goesOffline();
    comesOnline(Optional.of(2));

    told(credential(Flaw.NONE, 5, Optional.of("0123456789abcdef")));

    assertThat(effects).isEmpty();
    assertThat(asks(1)).contains(LevelAnswer.known(2));
  }

  @Test
  void answersAQuestionWithItsCredentialAndTheChallengeOfTheQuestion() {
    happens(
        new LevelService.Receive(
            TABLET, new CredentialWanted(196608, Optional.of("abc"), List.of(3000))));

    CredentialTold told = (CredentialTold) sent().get(0).message();
    assertThat(told.challenge()).contains("abc");
    assertThat(told.type()).isEqualTo(3000);
    assertThat(
            LevelCredential.verified(
                3000, told.info().orElseThrow(), new LevelCredential.Bound(PHONE.udid(), "abc")))
        .isEqualTo(LevelAnswer.known(4));
  }

  @Test
  void doesNotAnswerAQuestionWithoutAChallenge() {
    happens(
        new LevelService.Receive(
            TABLET, new CredentialWanted(196608, Optional.empty(), List.of(3000))));

    assertThat(effects).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Flaw.class)
  void aFlawHasAWordOfItsOwn(Flaw flaw) {
    assertThat(flaw.word()).matches("[a-z-]+");
  }
}
