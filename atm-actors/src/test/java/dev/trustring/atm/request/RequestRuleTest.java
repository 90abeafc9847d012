package dev.trustring.atm.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRuleTest {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.standard();

  @ParameterizedTest(name = "{0} at {1}: {2}, {3}")
  @CsvSource({
    "CAMERA, DENIED/0, DYNAMIC, SUCCESS",
    "CAMERA, DENIED/1, DYNAMIC, SUCCESS",
    "CAMERA, DENIED/16, DYNAMIC, SUCCESS",
    "CAMERA, DENIED/64, DYNAMIC, SUCCESS",
    "CAMERA, DENIED/9, DYNAMIC, SUCCESS",
    "CAMERA, DENIED/2, SETTING, SUCCESS",
    "CAMERA, DENIED/10, SETTING, SUCCESS",
    "CAMERA, DENIED/32, SETTING, SUCCESS",
    "CAMERA, DENIED/256, SETTING, SUCCESS",
    "CAMERA, DENIED/128, FORBIDDEN, UNABLE_POP_UP",
    "CAMERA, DENIED/512, PASS, SUCCESS",
    "CAMERA, GRANTED/2, PASS, SUCCESS",
    "CAMERA, GRANTED/128, PASS, SUCCESS",
    "CAMERA, GRANTED/514, PASS, SUCCESS",
    "INTERNET, GRANTED/4, PASS, SUCCESS",
    "HOOK_KEY_EVENT, DENIED/0, INVALID, MANUAL_SETTING",
    "HOOK_KEY_EVENT, DENIED/128, INVALID, MANUAL_SETTING",
    "HOOK_KEY_EVENT, GRANTED/2, PASS, SUCCESS"
  })
  void answersByTheStoredStatus(String name, String held, PermissionOper oper, ErrorReason reason) {
    int flags = Integer.parseInt(held.substring(held.indexOf('/') + 1));
    GrantState stored = new GrantState(held.startsWith("GRANTED"), flags);

    assertThat(stateOf(name, Optional.of(stored))).isEqualTo(new RequestState(oper, reason));
  }

  @Test
  void doesNotKnowAnUndefinedName() {
    assertThat(stateOf("DISTRIBUTED_DATASINC", Optional.empty()))
        .isEqualTo(new RequestState(PermissionOper.INVALID, ErrorReason.PERM_INVALID));
  }

  @Test
  void doesNotKnowAPermissionOfSystemProcesses() {
    assertThat(stateOf("ATTACH_APP_DEBUG", Optional.empty()))
        .isEqualTo(new RequestState(PermissionOper.INVALID, ErrorReason.PERM_INVALID));
  }

  @Test
  void wantsADeclaration() {
    assertThat(stateOf("CAMERA", Optional.empty()))
        .isEqualTo(new RequestState(PermissionOper.INVALID, ErrorReason.NOT_DECLARED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANSWER_CALL",
        "MANAGE_VOICEMAIL",
        "READ_CELL_MESSAGES",
        "RECEIVE_MMS",
        "RECEIVE_SMS",
        "RECEIVE_WAP_MESSAGES",
        "SEND_MESSAGES",
        "WRITE_CALL_LOG",
        "SHORT_TERM_WRITE_IMAGEVIDEO"
      })
  void hasNoDialogForSomePermissionsEvenIfGranted(String name) {
    assertThat(stateOf(name, Optional.of(new GrantState(true, 2))))
        .isEqualTo(new RequestState(PermissionOper.INVALID, ErrorReason.UNABLE_POP_UP));
  }

  @ParameterizedTest
  @CsvSource({"SETTING, -1", "PASS, 0", "DYNAMIC, 1", "INVALID, 2", "FORBIDDEN, 3"})
  void numbersTheOutcomesAsThePlatformDoes(PermissionOper oper, int code) {
    assertThat(oper.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, 0",
    "PERM_INVALID, 1",
    "NOT_DECLARED, 2",
    "CONDITIONS_NOT_MET, 3",
    "PRIVACY_STATEMENT_NOT_AGREED, 4",
    "UNABLE_POP_UP, 5",
    "MANUAL_SETTING, 6",
    "SERVICE_ABNORMAL, 12"
  })
  void numbersTheReasonsAsThePlatformDoes(ErrorReason reason, int code) {
    assertThat(reason.code()).isEqualTo(code);
  }

  @Test
  void asksOnceForEachGroupInTheOrderOfTheRequest() {
    List<Dialog> dialogs =
        Dialog.forNames(
            names("WRITE_CONTACTS", "CAMERA", "READ_CONTACTS", "DISTRIBUTED_DATASYNC", "CAMERA"));

    assertThat(dialogs)
        .extracting(Dialog::asked)
        .containsExactly(
            names("WRITE_CONTACTS", "READ_CONTACTS"),
            names("CAMERA"),
            names("DISTRIBUTED_DATASYNC"));
  }

  @Test
  void asksForEachFolderByItself() {
    assertThat(
            Dialog.forNames(
                names(
                    "READ_WRITE_DOWNLOAD_DIRECTORY",
                    "READ_WRITE_DESKTOP_DIRECTORY",
                    "READ_WRITE_DOCUMENTS_DIRECTORY")))
        .hasSize(3);
  }

  @ParameterizedTest(name = "asked for {0} of {1}: Allow touches {2}")
  @CsvSource({
    "READ_IMAGEVIDEO, READ_IMAGEVIDEO WRITE_IMAGEVIDEO, READ_IMAGEVIDEO WRITE_IMAGEVIDEO",
    "READ_AUDIO, READ_AUDIO WRITE_AUDIO CAMERA, READ_AUDIO WRITE_AUDIO",
    "READ_MEDIA, READ_MEDIA WRITE_DOCUMENT, WRITE_DOCUMENT READ_MEDIA",
    "READ_CONTACTS, READ_CONTACTS WRITE_CONTACTS, READ_CONTACTS",
    "READ_CALENDAR, READ_CALENDAR WRITE_CALENDAR, READ_CALENDAR",
    "LOCATION LOCATION_IN_BACKGROUND, LOCATION LOCATION_IN_BACKGROUND, LOCATION",
    "DISTRIBUTED_DATASYNC, DISTRIBUTED_DATASYNC CAMERA, DISTRIBUTED_DATASYNC"
  })
  void allowsAGroupAsItsDialogDoes(String asked, String declared, String touched) {
    Dialog dialog = Dialog.forNames(names(asked.split(" ", -1))).get(0);

    assertThat(dialog.touched(DialogButton.ALLOW, names(declared.split(" ", -1))))
        .isEqualTo(names(touched.split(" ", -1)));
  }

  @Test
  void deniesWhatWasAskedForAndCancelsALocationDialogWithoutAChange() {
    Dialog images = Dialog.forNames(names("READ_IMAGEVIDEO")).get(0);
    Dialog location = Dialog.forNames(names("LOCATION")).get(0);

    assertThat(images.touched(DialogButton.DENY, names("READ_IMAGEVIDEO", "WRITE_IMAGEVIDEO")))
        .isEqualTo(names("READ_IMAGEVIDEO"));
    assertThat(location.touched(DialogButton.DENY, names("LOCATION"))).isEmpty();
  }

  @Test
  void allowsThePasteboardForThisTimeOnly() {
    assertThat(Dialog.forNames(names("READ_PASTEBOARD")).get(0).change(DialogButton.ALLOW).flag())
        .isEqualTo(64);
    assertThat(Dialog.forNames(names("CAMERA")).get(0).change(DialogButton.ALLOW).flag())
        .isEqualTo(2);
    assertThat(Dialog.forNames(names("CAMERA")).get(0).change(DialogButton.DENY).flag())
        .isEqualTo(2);
  }

  @Test
  void givesTwoOpenDialogsTwoIds() {
    Dialog dialog = Dialog.forNames(names("CAMERA")).get(0);
    PendingRequests none = PendingRequests.NONE;
    PendingRequest request =
        new PendingRequest(
            none.nextRequest(),
            TokenIdentity.of("com.example.notes"),
            names("CAMERA"),
            List.of(new RequestState(PermissionOper.DYNAMIC, ErrorReason.SUCCESS)),
            List.of(dialog));

    PendingRequests one = none.with(none.freeDialog(7L << 32), request);

    assertThat(none.freeDialog(7L << 32)).isEqualTo(new DialogId(7));
    assertThat(one.freeDialog(7L << 32)).isEqualTo(new DialogId(8));
    assertThat(one.nextRequest()).isNotEqualTo(none.nextRequest());
  }

  private static RequestState stateOf(String name, Optional<GrantState> held) {
    return RequestRule.stateOf(CATALOGUE.find(PermissionName.of(name)), held);
  }

  private static List<PermissionName> names(String... shortNames) {
    return Arrays.stream(shortNames).map(PermissionName::of).toList();
  }
}
