package dev.trustring.trust.level;

import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.level.LevelMessage.CredentialTold;
import dev.trustring.trust.level.LevelMessage.CredentialWanted;
import dev.trustring.trust.level.LevelProof.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A phone that learns the level of a tablet, command by command. */
abstract class AskingPhone {

  static final DeviceIdentity PHONE = DeviceIdentity.of("phone");
  static final DeviceIdentity TABLET = DeviceIdentity.of("tablet");

  LevelService phone =
      LevelService.of(new LevelService.Self(PHONE, CredentialKind.STANDARD, 4, LevelProof.STATED));
  Instant now = Instant.EPOCH;
  long draws;
  List<LevelService.Effect> effects = List.of();

  void happens(LevelService.Command command) {
    LevelService.Decision decision = phone.decide(command, new LevelService.Inputs(now, ++draws));
    phone = decision.service();
    effects = decision.effects();
    if (!sent().isEmpty() && sent().get(0).message() instanceof CredentialWanted wanted) {
      asked = wanted.challenge();
    }
  }

  Optional<String> asked = Optional.empty();

  Optional<String> question() {
    return asked;
  }

  void comesOnline(Optional<Integer> stated) {
    happens(new LevelService.Online(TABLET, stated));
  }

  void goesOffline() {
    happens(new LevelService.Offline(TABLET));
  }

  void knows(int level) {
    comesOnline(Optional.empty());
    told(credential(Flaw.NONE, level));
  }

  void told(CredentialTold answer) {
    happens(new LevelService.Receive(TABLET, answer));
  }

  void fortySecondsPass() {
    now = now.plusSeconds(40);
    happens(new LevelService.TimerFired(new LevelService.Resend(TABLET)));
  }

  Optional<LevelAnswer> asks(long asker) {
    happens(new LevelService.Ask(TABLET, asker, 45));
    return answers().stream().map(LevelService.Answer::answer).findFirst();
  }

  CredentialTold credential(Flaw flaw, int level) {
    return credential(flaw, level, question());
  }

  CredentialTold credential(Flaw flaw, int level, Optional<String> challenge) {
    LevelService.Self tablet =
        new LevelService.Self(
            TABLET, CredentialKind.STANDARD, level, new LevelProof(false, flaw, Duration.ZERO));
    return new CredentialTold(
        LevelMessage.VERSION,
        3000,
        challenge,
        LevelCredential.made(tablet, challenge.orElseThrow()));
  }

  List<LevelService.Send> sent() {
    return of(LevelService.Send.class);
  }

  List<LevelService.Answer> answers() {
    return of(LevelService.Answer.class);
  }

  Duration resendAfter() {
    return of(LevelService.StartTimer.class).get(0).after();
  }

  <T> List<T> of(Class<T> kind) {
    List<T> found = new ArrayList<>();
    effects.stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
    return found;
  }
}
