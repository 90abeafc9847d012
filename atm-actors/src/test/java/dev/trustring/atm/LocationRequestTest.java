package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static dev.trustring.atm.Phone.names;
import static dev.trustring.atm.grant.Written.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.request.DialogButton;
import dev.trustring.atm.token.DlpType;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.ProvisionProfile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What asking for a location leads to (access-token §3.5, §3.6). */
class LocationRequestTest {
  private static final String VAGUE = "APPROXIMATELY_LOCATION";

  private final Phone phone =
      aPhone()
          .withNotes(VAGUE, "LOCATION", "LOCATION_IN_BACKGROUND", "CAMERA", "DISTRIBUTED_DATASYNC");

  /**
   * -1 setting, 0 pass, 1 dynamic, 2 invalid; states are of the vague, accurate, background one.
   */
  @ParameterizedTest(name = "api {0}: {1} with {2} gives {3}")
  @CsvSource({
    "11, vague, DENIED/0 DENIED/0 DENIED/0, 1",
    "11, vague, DENIED/2 DENIED/0 DENIED/0, -1",
    "11, accurate, DENIED/0 DENIED/0 DENIED/0, 2",
    "11, accurate, DENIED/2 DENIED/0 DENIED/0, 2",
    "11, accurate, GRANTED/2 DENIED/0 DENIED/0, 1",
    "11, vague accurate, DENIED/0 DENIED/0 DENIED/0, 1 1",
    "11, vague accurate, DENIED/2 DENIED/0 DENIED/0, -1 2",
    "11, vague accurate, GRANTED/2 DENIED/0 DENIED/0, 0 1",
    "11, vague background, DENIED/0 DENIED/0 DENIED/0, 2 2",
    "11, vague background, GRANTED/2 DENIED/0 DENIED/0, 2 2",
    "11, vague background, DENIED/0 DENIED/0 GRANTED/2, 1 0",
    "11, vague background, DENIED/0 DENIED/0 DENIED/2, 1 -1",
    "11, camera background, DENIED/0 DENIED/0 DENIED/0, 1 2",
    "10, vague background, DENIED/0 DENIED/0 DENIED/0, 1 -1",
    "9, background, DENIED/0 DENIED/0 DENIED/0, 2",
    "9, accurate background, DENIED/0 DENIED/0 DENIED/0, 2 2",
    "9, vague accurate background, DENIED/0 DENIED/0 DENIED/0, 1 1 -1",
    "8, vague, DENIED/0 DENIED/0 DENIED/0, 2",
    "8, vague, GRANTED/2 DENIED/0 DENIED/0, 2",
    "8, accurate background, DENIED/0 DENIED/0 DENIED/0, 1 1"
  })
  void followsTheTable(int api, String asked, String held, String answer) {
    phone.whereNotesIs(ofApi(api));
    String[] states = held.split(" ", -1);
    phone.whereNotesHolds(VAGUE, state(states[0]));
    phone.whereNotesHolds("LOCATION", state(states[1]));
    phone.whereNotesHolds("LOCATION_IN_BACKGROUND", state(states[2]));

    assertThat(statuses(asked)).isEqualTo(answer);
  }

  @Test
  void saysThatAConditionIsNotMet() {
    Atm.Decision decision = phone.notesRequests("LOCATION");

    assertThat(decision.reply())
        .contains(new Atm.Reply.RequestAnswered(List.of(2), List.of(false), List.of(3)));
    assertThat(decision.effects()).isEmpty();
  }

  @ParameterizedTest(name = "asked for {0} pressing {1}: {2} {3}")
  @CsvSource({
    "vague accurate, ALLOW, GRANTED/2, GRANTED/2",
    "vague accurate, ALLOW_FUZZY, GRANTED/2, DENIED/0",
    "vague accurate, THIS_TIME, GRANTED/64, GRANTED/64",
    "vague accurate, THIS_TIME_FUZZY, GRANTED/64, DENIED/0",
    "vague accurate, CANCEL, DENIED/0, DENIED/0",
    "vague accurate, DENY, DENIED/0, DENIED/0",
    "vague, ALLOW, GRANTED/2, DENIED/0",
    "vague, THIS_TIME, GRANTED/64, DENIED/0"
  })
  void doesWhatThePressedButtonSays(
      String asked, DialogButton button, String vague, String accurate) {
    phone.notesRequests(shortNames(asked));

    phone.ask(new AtmFact.PressButton(phone.lastDialog(), button));

    assertThat(phone.notesHold(VAGUE)).isEqualTo(vague);
    assertThat(phone.notesHold("LOCATION")).isEqualTo(accurate);
    assertThat(phone.notesHold("LOCATION_IN_BACKGROUND")).isEqualTo("DENIED/0");
  }

  @Test
  void upgradesAVagueLocation() {
    phone.whereNotesHolds(VAGUE, new GrantState(true, 2));
    phone.notesRequests(VAGUE, "LOCATION");
    assertThat(phone.dialogsShown()).containsExactly(names("LOCATION"));

    phone.press(true);

    assertThat(phone.answers())
        .containsExactly(
            new Atm.Reply.RequestAnswered(List.of(0, 0), List.of(false, true), List.of(0, 0)));
  }

  @Test
  void mayAskAgainAfterACancelledLocationDialog() {
    phone.notesRequests(VAGUE);
    phone.ask(new AtmFact.PressButton(phone.lastDialog(), DialogButton.CANCEL));

    phone.notesRequests(VAGUE);

    assertThat(phone.dialogsShown()).hasSize(2);
  }

  @ParameterizedTest(name = "{0} pressed in the dialog for {1}: {2}")
  @CsvSource({
    "THIS_TIME, CAMERA, GRANTED/64",
    "THIS_TIME, DISTRIBUTED_DATASYNC, GRANTED/2",
    "CANCEL, DISTRIBUTED_DATASYNC, DENIED/2",
    "ALLOW, READ_PASTEBOARD, GRANTED/64",
    "DENY, READ_PASTEBOARD, DENIED/2"
  })
  void pressesTheNearestButtonThatTheDialogHas(DialogButton button, String name, String held) {
    Phone other =
        aPhone()
            .with(
                HapInstall.of(
                    NOTES, ProvisionProfile.ORDINARY.withApl(Apl.SYSTEM_BASIC), names(name)));
    other.notesRequests(name);

    other.ask(new AtmFact.PressButton(other.lastDialog(), button));

    assertThat(other.notesHold(name)).isEqualTo(held);
  }

  @Test
  void aBanHidesEvenWhatIsGranted() {
    phone.whereNotesHolds("CAMERA", new GrantState(true, 2));
    phone.ask(new AtmApi.SetDialogCap(AtmCaller.SETTINGS, NOTES, true));

    assertThat(phone.notesRequests("CAMERA", VAGUE, "NONSENSE").reply())
        .contains(
            new Atm.Reply.RequestAnswered(
                List.of(3, 3, 2), List.of(false, false, false), List.of(4, 4, 1)));
    assertThat(
            phone.ask(
                new AtmApi.GetSelfStatus(
                    new AtmCaller.App(NOTES), PermissionName.of("CAMERA").value())))
        .isEqualTo(new ApiReply.Value(3));

    phone.ask(new AtmApi.SetDialogCap(AtmCaller.SETTINGS, NOTES, false));
    assertThat(phone.notesRequests("CAMERA").reply())
        .contains(new Atm.Reply.RequestAnswered(List.of(0), List.of(false), List.of(0)));
  }

  @Test
  void aSandboxShowsNoDialogForWhatItMayNotHave() {
    phone.whereNotesIs(HapDetails.ORDINARY.withDlpType(DlpType.READ));

    assertThat(phone.notesRequests("DISTRIBUTED_DATASYNC").reply())
        .contains(new Atm.Reply.RequestAnswered(List.of(2), List.of(false), List.of(5)));
  }

  private String statuses(String asked) {
    List<String> full = names(shortNames(asked)).stream().map(PermissionName::value).toList();
    ApiReply.Values values =
        (ApiReply.Values)
            phone.ask(new AtmApi.GetStatuses(AtmCaller.SETTINGS, TokenRef.of(NOTES), full));
    return values.numbers().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String[] shortNames(String words) {
    return Arrays.stream(words.split(" ", -1))
        .map(
            word ->
                switch (word) {
                  case "vague" -> VAGUE;
                  case "accurate" -> "LOCATION";
                  case "background" -> "LOCATION_IN_BACKGROUND";
                  default -> "CAMERA";
                })
        .toArray(String[]::new);
  }

  private static HapDetails ofApi(int version) {
    return new HapDetails(DlpType.COMMON, "", version, false, false, List.of());
  }
}
