package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserGrantsTest {
  private static final PermissionName CAMERA = PermissionName.of("CAMERA");

  @Test
  void grantsAndRevokes() {
    Phone phone = aPhone().withNotes("CAMERA");

    Atm.Reply granted = phone.ask(new Atm.Command.Grant(NOTES, CAMERA, 2));

    assertThat(granted).isEqualTo(new Atm.Reply.Changed());
    assertThat(phone.verify("CAMERA").granted()).isTrue();

    phone.ask(new Atm.Command.Revoke(NOTES, CAMERA, 1));

    assertThat(phone.verify("CAMERA").granted()).isFalse();
    assertThat(phone.happened())
        .endsWith(
            new Atm.Event.PermissionChanged(
                NOTES, CAMERA, new GrantState(true, 2), new GrantState(false, 1)));
  }

  @Test
  void reportsSuccessWithoutAnEventIfNothingIsDifferent() {
    Phone phone = aPhone().withNotes("CAMERA").whereNotesHolds("CAMERA", new GrantState(true, 2));

    Atm.Decision decision = phone.obey(new Atm.Command.Grant(NOTES, CAMERA, 2));

    assertThat(decision.reply()).contains(new Atm.Reply.Changed());
    assertThat(decision.events()).isEmpty();
  }

  @ParameterizedTest(name = "{0} with flag {1}: {2}, {3}")
  @CsvSource({
    "DISTRIBUTED_DATASINC, 3, UNDEFINED, 12100003",
    "INTERNET, 3, FLAG_NOT_OFFERED, 12100001",
    "INTERNET, 2, NOT_USER_GRANT, 12100003",
    "HOOK_KEY_EVENT, 2, NOT_USER_GRANT, 12100003",
    "CAMERA, 0, FLAG_NOT_OFFERED, 12100001",
    "CAMERA, 4, FLAG_NOT_OFFERED, 12100001",
    "CAMERA, 66, FLAG_NOT_OFFERED, 12100001",
    "READ_AUDIO, 2, NOT_DECLARED, 12100001",
    "DISTRIBUTED_DATASYNC, 64, NOT_FOR_THIS_TIME, 12100006",
    "READ_AUDIO, 64, NOT_FOR_THIS_TIME, 12100006"
  })
  void refusesInTheOrderOfThePlatform(String name, int flag, AtmRefusal why, int code) {
    Phone phone = aPhone().withNotes("CAMERA", "INTERNET", "DISTRIBUTED_DATASYNC");

    Atm.Decision grant = phone.obey(new Atm.Command.Grant(NOTES, PermissionName.of(name), flag));
    Atm.Decision revoke = phone.obey(new Atm.Command.Revoke(NOTES, PermissionName.of(name), flag));

    Atm.Reply.Refused refused = new Atm.Reply.Refused(why);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.reason()).isEqualTo(why.reason());
    assertThat(grant.reply()).contains(refused);
    assertThat(revoke.reply()).contains(refused);
    assertThat(grant.events()).isEmpty();
  }

  @Test
  void doesNotKnowAnAppThatIsNotInstalled() {
    Atm.Reply reply = aPhone().ask(new Atm.Command.Grant(NOTES, CAMERA, 64));

    assertThat(reply).isEqualTo(new Atm.Reply.Refused(AtmRefusal.TOKEN_UNKNOWN));
    assertThat(((Atm.Reply.Refused) reply).code()).isEqualTo(12100002);
  }

  @ParameterizedTest(name = "flags {0}: {1}, {2}")
  @CsvSource({"4, SYSTEM_FIXED, 12100001", "128, ADMIN_FIXED, 12100009"})
  void cannotChangeWhatIsFixed(int flags, AtmRefusal why, int code) {
    Phone phone =
        aPhone().withNotes("CAMERA").whereNotesHolds("CAMERA", new GrantState(true, flags));

    Atm.Reply reply = phone.ask(new Atm.Command.Revoke(NOTES, CAMERA, 2));

    assertThat(reply).isEqualTo(new Atm.Reply.Refused(why));
    assertThat(((Atm.Reply.Refused) reply).code()).isEqualTo(code);
    assertThat(phone.verify("CAMERA").granted()).isTrue();
  }
}
