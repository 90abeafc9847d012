package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static dev.trustring.atm.Phone.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.token.ProvisionProfile;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialogFlowTest {
  private static final PermissionName DATASYNC = PermissionName.DISTRIBUTED_DATASYNC;

  @Test
  void answersAtOnceIfNobodyHasToBeAsked() {
    Phone phone =
        aPhone()
            .withNotes("CAMERA", "INTERNET", "MICROPHONE", "ACTIVITY_MOTION")
            .whereNotesHolds("CAMERA", new GrantState(false, 2))
            .whereNotesHolds("ACTIVITY_MOTION", new GrantState(true, 2))
            .whereNotesHolds("MICROPHONE", new GrantState(false, 128));

    Atm.Decision decision =
        phone.notesRequests(
            "CAMERA",
            "INTERNET",
            "ACTIVITY_MOTION",
            "MICROPHONE",
            "DISTRIBUTED_DATASYNC",
            "NONSENSE");

    assertThat(decision.reply())
        .contains(
            new Atm.Reply.RequestAnswered(
                List.of(-1, 0, 0, 3, 2, 2),
                List.of(false, false, false, false, false, false),
                List.of(0, 0, 0, 5, 2, 1)));
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.events()).isEmpty();
  }

  @Test
  void showsADialogAndRepliesOnlyOnceTheUserAllows() {
    Phone phone = aPhone().withNotes("DISTRIBUTED_DATASYNC");

    Atm.Decision asked = phone.notesRequests("DISTRIBUTED_DATASYNC");

    assertThat(asked.reply()).isEmpty();
    assertThat(asked.events()).isEmpty();
    assertThat(phone.dialogsShown()).containsExactly(List.of(DATASYNC));

    Atm.Decision pressed = phone.press(true);

    assertThat(pressed.reply()).contains(new Atm.Reply.DialogAnswered(phone.lastDialog()));
    assertThat(pressed.events())
        .containsExactly(
            new Atm.Event.PermissionChanged(
                NOTES, DATASYNC, GrantState.NEVER_DECIDED, new GrantState(true, 2)));
    assertThat(phone.answers())
        .containsExactly(new Atm.Reply.RequestAnswered(List.of(0), List.of(true), List.of(0)));
  }

  @Test
  void endsTheDialogsOfAPermissionWithOneDenial() {
    Phone phone = aPhone().withNotes("DISTRIBUTED_DATASYNC");
    phone.notesRequests("DISTRIBUTED_DATASYNC");

    phone.press(false);

    assertThat(phone.answers())
        .containsExactly(new Atm.Reply.RequestAnswered(List.of(-1), List.of(true), List.of(0)));
    assertThat(phone.verify("DISTRIBUTED_DATASYNC").explanation())
        .isEqualTo("denied by the user (flag 2)");
    assertThat(phone.notesRequests("DISTRIBUTED_DATASYNC").reply())
        .contains(new Atm.Reply.RequestAnswered(List.of(-1), List.of(false), List.of(0)));
  }

  @Test
  void showsOneDialogAfterTheOtherInTheOrderOfTheRequest() {
    Phone phone =
        aPhone()
            .with(
                HapInstall.of(
                    NOTES,
                    ProvisionProfile.ORDINARY.withApl(Apl.SYSTEM_BASIC),
                    names("CAMERA", "READ_CONTACTS", "WRITE_CONTACTS", "INTERNET")));

    phone.notesRequests("WRITE_CONTACTS", "INTERNET", "CAMERA", "READ_CONTACTS");

    assertThat(phone.dialogsShown()).containsExactly(names("WRITE_CONTACTS", "READ_CONTACTS"));

    phone.press(true);

    assertThat(phone.dialogsShown())
        .containsExactly(names("WRITE_CONTACTS", "READ_CONTACTS"), names("CAMERA"));
    assertThat(phone.answers()).isEmpty();

    phone.press(false);

    assertThat(phone.answers())
        .containsExactly(
            new Atm.Reply.RequestAnswered(
                List.of(0, 0, -1, 0), List.of(true, false, true, true), List.of(0, 0, 0, 0)));
    assertThat(phone.pending().open()).isEmpty();
  }

  @Test
  void leavesALocationThatTheUserCancelsUndecided() {
    Phone phone = aPhone().withNotes("APPROXIMATELY_LOCATION");
    phone.notesRequests("APPROXIMATELY_LOCATION");

    Atm.Decision cancelled = phone.press(false);

    assertThat(cancelled.events()).isEmpty();
    assertThat(phone.answers().get(0).authResults()).containsExactly(-1);
    assertThat(phone.verify("APPROXIMATELY_LOCATION").flags()).isZero();
  }

  @Test
  void keepsWhatTheAdministratorFixedWhileTheDialogWasOpen() {
    Phone phone = aPhone().withNotes("CAMERA");
    phone.notesRequests("CAMERA");
    phone.whereNotesHolds("CAMERA", new GrantState(false, 128));

    Atm.Decision pressed = phone.press(true);

    assertThat(pressed.events()).isEmpty();
    assertThat(phone.answers().get(0).authResults()).containsExactly(-1);
  }

  @Test
  void ignoresAnAnswerToADialogThatIsNotOnTheScreen() {
    Phone phone = aPhone().withNotes("CAMERA");
    phone.notesRequests("CAMERA");
    phone.press(true);

    Atm.Decision again = phone.press(false);

    assertThat(again.reply()).contains(new Atm.Reply.UnknownDialog(phone.lastDialog()));
    assertThat(again.events()).isEmpty();
    assertThat(phone.verify("CAMERA").granted()).isTrue();
    assertThat(phone.ask(new Atm.Command.AnswerDialog(new DialogId(-1), true)))
        .isEqualTo(new Atm.Reply.UnknownDialog(new DialogId(-1)));
  }

  @Test
  void answersAnAppThatIsRemovedUnderItsDialog() {
    Phone phone = aPhone().withNotes("CAMERA", "INTERNET");
    phone.notesRequests("CAMERA", "INTERNET");

    phone.ask(new Atm.Command.Uninstall(NOTES));

    assertThat(phone.answers())
        .containsExactly(
            new Atm.Reply.RequestAnswered(List.of(2, 0), List.of(true, false), List.of(12, 0)));
    assertThat(phone.press(true).reply()).contains(new Atm.Reply.UnknownDialog(phone.lastDialog()));
  }

  @Test
  void refusesAnEmptyListAndDoesNotLookAtAListThatIsTooLong() {
    Phone phone = aPhone().withNotes("CAMERA");

    Atm.Reply empty = phone.ask(new Atm.Command.RequestPermissions(NOTES, List.of()));
    Atm.Reply tooLong =
        phone.ask(
            new Atm.Command.RequestPermissions(
                NOTES, Collections.nCopies(1025, PermissionName.of("CAMERA"))));

    assertThat(empty).isEqualTo(new Atm.Reply.Refused(AtmRefusal.EMPTY_REQUEST));
    assertThat(((Atm.Reply.RequestAnswered) tooLong).authResults()).hasSize(1025).containsOnly(2);
  }

  @Test
  void doesNotKnowAnAppThatIsNotInstalled() {
    assertThat(aPhone().notesRequests("CAMERA").reply())
        .contains(new Atm.Reply.RequestAnswered(List.of(2), List.of(false), List.of(12)));
  }
}
