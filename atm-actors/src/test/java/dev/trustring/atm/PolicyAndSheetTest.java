package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static dev.trustring.atm.Phone.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.AtmApi.ListenFace;
import dev.trustring.atm.AtmApi.SetUserPolicy.PolicyWish;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.UserPolicy.UserRestriction;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** User policies (access-token §3.8), sheets, toggles and switches (§3.7). */
class PolicyAndSheetTest {
  private static final AtmCaller MANAGER =
      new AtmCaller.Service("manager", names("MANAGE_USER_POLICY"), false);
  private static final AtmCaller OTHER =
      new AtmCaller.Service("other", names("MANAGE_USER_POLICY"), false);
  private static final AtmCaller.App SELF = new AtmCaller.App(NOTES);
  private static final PermissionName CAMERA = PermissionName.of("CAMERA");

  private final Phone phone = aPhone().withNotes("CAMERA", "INTERNET", "MICROPHONE", "LOCATION");

  @Test
  void blocksEvenWhatTheSystemFixedUntilItIsCleared() {
    phone.ask(new AtmApi.Listen(AtmCaller.SETTINGS, ListenFace.SYSTEM, "f", List.of(), List.of()));

    assertThat(phone.code(block("INTERNET", true, true))).isZero();
    assertThat(phone.notesHold("INTERNET")).isEqualTo("GRANTED/516");
    assertThat(phone.verify("INTERNET").granted()).isFalse();

    assertThat(phone.code(clear(MANAGER, "INTERNET"))).isZero();
    assertThat(phone.notesHold("INTERNET")).isEqualTo("GRANTED/4");
    assertThat(phone.effects(GrantEffect.CallBack.class)).hasSize(2);
    assertThat(phone.effects(GrantEffect.NotifySync.class)).isEmpty();
  }

  @Test
  void storesGrantsMadeMeanwhileWithoutTellingAnybody() {
    phone.ask(block("CAMERA", true, true));
    phone.ask(new AtmApi.Listen(AtmCaller.SETTINGS, ListenFace.SYSTEM, "f", List.of(), List.of()));

    phone.ask(new Atm.Command.Grant(NOTES, CAMERA, 2));
    assertThat(phone.verify("CAMERA").granted()).isFalse();
    assertThat(phone.effects(GrantEffect.CallBack.class)).isEmpty();

    phone.ask(clear(MANAGER, "CAMERA"));
    assertThat(phone.verify("CAMERA").granted()).isTrue();
    assertThat(phone.effects(GrantEffect.CallBack.class)).hasSize(1);
  }

  @Test
  void staysWhenTheUsersChoicesAreCleared() {
    phone.ask(block("CAMERA", true, true));

    phone.ask(new AtmApi.ClearUserGranted(AtmCaller.SETTINGS, TokenRef.of(NOTES)));

    assertThat(phone.notesHold("CAMERA")).isEqualTo("DENIED/512");
  }

  @Test
  void blocksAppsThatAreInstalledLaterAndNoOtherUsers() {
    phone.ask(block("CAMERA", true, true));
    TokenIdentity elsewhere = new TokenIdentity(NOTES.bundle(), new UserId(101), 0);

    phone.withNotes("CAMERA");
    phone.with(HapInstall.ordinary(elsewhere, CAMERA));

    assertThat(phone.notesHold("CAMERA")).isEqualTo("DENIED/512");
    assertThat(phone.state().token(elsewhere).orElseThrow().stateOf(CAMERA))
        .contains(GrantState.NEVER_DECIDED);
  }

  @Test
  void sparesAppsOnTheWhiteList() {
    phone.ask(block("INTERNET", true, true));

    assertThat(phone.code(whiteList("INTERNET", true))).isZero();
    assertThat(phone.verify("INTERNET").granted()).isTrue();
    assertThat(phone.code(whiteList("INTERNET", true))).isEqualTo(12100102);

    assertThat(phone.code(whiteList("INTERNET", false))).isZero();
    assertThat(phone.verify("INTERNET").granted()).isFalse();
    assertThat(phone.code(whiteList("INTERNET", false))).isEqualTo(12100103);
  }

  @Test
  void forgetsAPolicyThatIsNotToPersistWithARestart() {
    phone.ask(block("INTERNET", true, false));
    phone.ask(block("CAMERA", true, true));

    phone.restarted();

    assertThat(phone.notesHold("INTERNET")).isEqualTo("GRANTED/4");
    assertThat(phone.notesHold("CAMERA")).isEqualTo("DENIED/512");
  }

  @Test
  void refusesWithACodeForEachMistake() {
    assertThat(phone.code(clear(MANAGER, "CAMERA"))).isEqualTo(12100101);
    assertThat(phone.code(whiteList("CAMERA", true))).isEqualTo(12100101);
    phone.ask(policy(MANAGER, "CAMERA", true, new UserRestriction(new UserId(7), true)));

    assertThat(phone.code(clear(OTHER, "CAMERA"))).isEqualTo(12100100);
    assertThat(phone.code(whiteList("CAMERA", true))).isEqualTo(12100104);
    assertThat(phone.code(block("CAMERA", true, false))).isEqualTo(12100105);
    assertThat(phone.code(policy(SELF, "CAMERA", true, new UserRestriction(UserId.FIRST, true))))
        .isEqualTo(201);
    assertThat(phone.code(policy(MANAGER, "CAMERA", true))).isEqualTo(12100001);
    assertThat(phone.code(new AtmApi.ClearUserPolicy(MANAGER, List.of()))).isEqualTo(12100001);
    assertThat(phone.code(new AtmApi.ClearUserPolicy(MANAGER, Collections.nCopies(201, CAMERA))))
        .isEqualTo(12100001);
  }

  @Test
  void opensASheetOnceTheUserHasDenied() {
    phone.whereNotesHolds("CAMERA", new GrantState(false, 2));

    assertThat(phone.obey(sheet("CAMERA")).reply()).isEmpty();
    assertThat(phone.code(sheet("CAMERA"))).isEqualTo(12100010);
    phone.ask(new AtmFact.AnswerSheet(shownSheet(), true));

    assertThat(phone.lastAnswer()).isEqualTo(new ApiReply.Values(List.of(0)));
    assertThat(phone.notesHold("CAMERA")).isEqualTo("GRANTED/2");
    assertThat(phone.code(sheet("CAMERA"))).isEqualTo(12100011);
  }

  @Test
  void closingASheetChangesNothing() {
    phone.whereNotesHolds("CAMERA", new GrantState(false, 2));
    phone.obey(sheet("CAMERA"));

    phone.ask(new AtmFact.AnswerSheet(shownSheet(), false));

    assertThat(phone.lastAnswer()).isEqualTo(new ApiReply.Values(List.of(-1)));
    assertThat(phone.ask(new AtmFact.AnswerSheet(shownSheet(), true)))
        .isInstanceOf(Atm.Reply.UnknownDialog.class);
  }

  @Test
  void answersTheSheetOfAnAppThatIsUninstalled() {
    phone.whereNotesHolds("CAMERA", new GrantState(false, 2));
    phone.obey(sheet("CAMERA"));

    phone.ask(new Atm.Command.Uninstall(NOTES));

    assertThat(phone.lastAnswer()).isEqualTo(new ApiReply.Values(List.of(-1)));
    assertThat(phone.pending().sheets()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "CAMERA, 12100012",
    "CAMERA MICROPHONE, 12100001",
    "READ_AUDIO, 12100001",
    "HOOK_KEY_EVENT, 12100014",
    "NONSENSE, 12100001"
  })
  void opensNoSheetForAMistake(String names, int code) {
    assertThat(phone.code(sheet(names.split(" ", -1)))).isEqualTo(code);
  }

  @Test
  void opensNoSheetInTheNameOfAnother() {
    TokenIdentity other = TokenIdentity.of("com.example.clock");

    assertThat(phone.code(new AtmApi.RequestOnSetting(SELF, other, names("CAMERA"))))
        .isEqualTo(12100001);
  }

  @Test
  void asksToOpenASwitchThatIsClosed() {
    assertThat(phone.code(new AtmApi.RequestSwitch(SELF, 0))).isEqualTo(12100013);
    assertThat(phone.code(new AtmApi.RequestSwitch(SELF, 9))).isEqualTo(12100001);
    assertThat(phone.code(new AtmApi.SetSwitch(SELF, 0, false))).isEqualTo(202);
    phone.ask(new AtmApi.SetSwitch(AtmCaller.SETTINGS, 0, false));

    assertThat(phone.obey(new AtmApi.RequestSwitch(SELF, 0)).reply()).isEmpty();
    phone.ask(new AtmFact.AnswerSheet(shownSheet(), true));

    assertThat(phone.lastAnswer()).isEqualTo(new ApiReply.Flag(true));
    assertThat(phone.code(new AtmApi.RequestSwitch(SELF, 0))).isEqualTo(12100013);
  }

  @Test
  void keepsAToggleForEachUser() {
    assertThat(toggle("CAMERA", 100)).isEqualTo(1);
    assertThat(toggle("APP_TRACKING_CONSENT", 100)).isZero();

    phone.ask(setToggle(AtmCaller.SETTINGS, "CAMERA", 100, 0));

    assertThat(toggle("CAMERA", 100)).isZero();
    assertThat(toggle("CAMERA", 101)).isEqualTo(1);
    assertThat(phone.notesRequests("CAMERA").reply())
        .as("dialogs are shown all the same")
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} user {1} status {2} by {3}: {4}")
  @CsvSource({
    "'', 100, 0, notes, 12100001",
    "CAMERA, -1, 0, notes, 12100001",
    "CAMERA, 100, 2, notes, 12100001",
    "NONSENSE, 100, 0, notes, 202",
    "NONSENSE, 100, 0, manager, 201",
    "NONSENSE, 100, 0, settings, 12100003",
    "INTERNET, 100, 0, settings, 12100001",
    "CAMERA, 100, 0, settings, 0"
  })
  void refusesToggles(String name, int user, int status, String caller, int code) {
    AtmCaller who =
        switch (caller) {
          case "notes" -> SELF;
          case "manager" -> MANAGER;
          default -> AtmCaller.SETTINGS;
        };

    assertThat(phone.code(setToggle(who, name, user, status))).isEqualTo(code);
  }

  private DialogId shownSheet() {
    List<GrantEffect.ShowSheet> shown = phone.effects(GrantEffect.ShowSheet.class);
    return shown.get(shown.size() - 1).dialog();
  }

  private static AtmApi sheet(String... shortNames) {
    return new AtmApi.RequestOnSetting(SELF, NOTES, names(shortNames));
  }

  private int toggle(String name, int user) {
    String full = PermissionName.of(name).value();
    return ((ApiReply.Value) phone.ask(new AtmApi.GetToggle(AtmCaller.SETTINGS, full, user)))
        .number();
  }

  private static AtmApi setToggle(AtmCaller caller, String name, int user, int status) {
    String full = name.isEmpty() ? "" : PermissionName.of(name).value();
    return new AtmApi.SetToggle(caller, full, user, status);
  }

  private static AtmApi block(String name, boolean restricted, boolean persistent) {
    return policy(MANAGER, name, persistent, new UserRestriction(UserId.FIRST, restricted));
  }

  private static AtmApi policy(
      AtmCaller caller, String name, boolean persistent, UserRestriction... users) {
    return new AtmApi.SetUserPolicy(
        caller, List.of(new PolicyWish(PermissionName.of(name), persistent, List.of(users))));
  }

  private static AtmApi clear(AtmCaller caller, String name) {
    return new AtmApi.ClearUserPolicy(caller, names(name));
  }

  private static AtmApi whiteList(String name, boolean listed) {
    return new AtmApi.ChangeWhiteList(MANAGER, PermissionName.of(name), TokenRef.of(NOTES), listed);
  }
}
