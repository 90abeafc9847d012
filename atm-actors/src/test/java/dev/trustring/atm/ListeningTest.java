package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.AtmApi.ListenFace;
import dev.trustring.atm.GrantEffect.CallBack;
import dev.trustring.atm.GrantEffect.PermissionStateChange;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listeners for changes of permissions (access-token §4.4). */
class ListeningTest {
  private static final String CAMERA = PermissionName.of("CAMERA").value();
  private static final String AUDIO = PermissionName.of("READ_AUDIO").value();
  private static final AtmCaller SELF = new AtmCaller.App(NOTES);
  private static final List<Integer> EVERYBODY = List.of();

  private final Phone phone = aPhone().withNotes("CAMERA", "INTERNET");

  @Test
  void hearsOfEachChangeOfWhatAVerificationAnswers() {
    phone.ask(on("f", EVERYBODY, List.of()));

    phone.ask(grant(2));
    phone.ask(grant(1));
    phone.ask(new Atm.Command.Revoke(NOTES, PermissionName.of("CAMERA"), 2));

    assertThat(heard()).containsExactly("f GRANTED CAMERA", "f REVOKED CAMERA");
    assertThat(new PermissionStateChange(true, TokenId.INVALID, PermissionName.of("A")).change())
        .isEqualTo(1);
  }

  @Test
  void hearsOfAComponentGrantAndNotOfADecisionThatReplacesIt() {
    phone.ask(on("f", EVERYBODY, List.of()));

    phone.ask(component(true));
    phone.ask(grant(2));

    assertThat(heard()).containsExactly("f GRANTED CAMERA");
  }

  @Test
  void hearsOfWhatAnUninstalledAppLostAndNotOfANewOne() {
    phone.ask(on("f", EVERYBODY, List.of()));

    phone.ask(new Atm.Command.Uninstall(NOTES));
    phone.withNotes("INTERNET");

    assertThat(heard()).containsExactly("f REVOKED INTERNET");
  }

  @Test
  void hearsWhatClearingTheUsersChoicesMoves() {
    phone.whereNotesHolds("CAMERA", new GrantState(true, 2));
    phone.ask(on("f", EVERYBODY, List.of()));

    phone.ask(new AtmApi.ClearUserGranted(AtmCaller.SETTINGS, TokenRef.of(NOTES)));

    assertThat(heard()).containsExactly("f REVOKED CAMERA");
  }

  @Test
  void hearsOnlyWhatItsScopeNames() {
    phone.ask(on("audio", EVERYBODY, List.of(AUDIO)));
    phone.ask(on("notes", List.of(phone.notesTokenId(), 7), List.of(CAMERA, "nonsense")));

    phone.ask(grant(2));

    assertThat(heard()).containsExactly("notes GRANTED CAMERA");
  }

  @Test
  void hearsNothingAfterOffOrARestart() {
    phone.ask(on("f", EVERYBODY, List.of(CAMERA)));
    assertThat(phone.code(off(Optional.of("f"), EVERYBODY, List.of(CAMERA)))).isZero();
    phone.ask(on("g", EVERYBODY, List.of()));
    phone.restarted();

    phone.ask(grant(2));

    assertThat(heard()).isEmpty();
  }

  @Test
  void offWithoutACallbackTakesAllOfThatVeryScope() {
    phone.ask(on("f", EVERYBODY, List.of(CAMERA, AUDIO)));
    phone.ask(on("g", EVERYBODY, List.of(AUDIO, CAMERA)));
    phone.ask(on("h", EVERYBODY, List.of(CAMERA)));

    assertThat(phone.code(off(Optional.empty(), EVERYBODY, List.of(AUDIO, CAMERA)))).isZero();

    assertThat(phone.pending().uptime().listeners()).hasSize(1);
  }

  @ParameterizedTest(name = "{0} following {1}: twice {2}, off without on {3}")
  @CsvSource({
    "SYSTEM, SOURCES, 12100001, 12100001",
    "SYSTEM, REFERENCE, 12100004, 12100004",
    "SELF, SOURCES, 12100004, 12100004",
    "INNER, SOURCES, 12100004, 12100004"
  })
  void refusesOnTwiceAndOffWithoutOn(ListenFace face, Documentation followed, int twice, int off) {
    phone.following(followed);
    AtmCaller caller = face == ListenFace.SELF ? SELF : AtmCaller.SETTINGS;
    List<Integer> self = List.of(phone.notesTokenId());

    assertThat(
            phone.code(
                new AtmApi.StopListening(caller, face, Optional.of("f"), self, List.of(CAMERA))))
        .isEqualTo(off);
    assertThat(phone.code(new AtmApi.Listen(caller, face, "f", self, List.of(CAMERA)))).isZero();
    assertThat(phone.code(new AtmApi.Listen(caller, face, "f", self, List.of()))).isEqualTo(twice);
    assertThat(phone.code(new AtmApi.Listen(caller, face, "g", self, List.of()))).isZero();
  }

  @Test
  void oneCallbackMayListenToTwoScopesThatDoNotMeet() {
    assertThat(phone.code(on("f", EVERYBODY, List.of(CAMERA)))).isZero();
    assertThat(phone.code(on("f", EVERYBODY, List.of(AUDIO)))).isZero();
  }

  @Test
  void refusesAScopeOfWhichNothingIsKnown() {
    assertThat(phone.code(on("f", List.of(7), List.of()))).isEqualTo(12100001);
    assertThat(phone.code(on("f", EVERYBODY, List.of("nonsense")))).isEqualTo(12100001);
    assertThat(phone.code(on("f", EVERYBODY, List.of("")))).isEqualTo(12100001);
  }

  @Test
  void refusesAListOfMoreThan1024() {
    List<String> names = Collections.nCopies(1025, CAMERA);

    assertThat(phone.code(new AtmApi.Listen(SELF, ListenFace.SYSTEM, "f", EVERYBODY, names)))
        .as("before the caller is looked at")
        .isEqualTo(12100001);
    assertThat(phone.code(on("f", EVERYBODY, Collections.nCopies(1024, CAMERA)))).isZero();
  }

  @Test
  void letsAProcessRegister200AndTheDevice1024() {
    for (int count = 0; count < 200; count++) {
      assertThat(phone.code(on("f" + count, EVERYBODY, List.of()))).isZero();
    }
    assertThat(phone.code(on("f", EVERYBODY, List.of()))).isEqualTo(12100005);

    for (int count = 200; count < 1024; count++) {
      assertThat(phone.code(innerOn(count))).isZero();
    }
    assertThat(phone.code(innerOn(1024))).isEqualTo(12100005);
  }

  @Test
  void servesOnlySystemAppsThatMayAsk() {
    assertThat(phone.code(new AtmApi.Listen(SELF, ListenFace.SYSTEM, "f", EVERYBODY, List.of())))
        .isEqualTo(202);
    AtmCaller root = new AtmCaller.Service("init", List.of(), true);
    assertThat(phone.code(new AtmApi.Listen(root, ListenFace.INNER, "f", EVERYBODY, List.of())))
        .as("root has no way around")
        .isEqualTo(201);
  }

  @Test
  void listensToItselfAndNobodyElse() {
    assertThat(phone.code(new AtmApi.Listen(SELF, ListenFace.SELF, "f", EVERYBODY, List.of())))
        .isEqualTo(12100001);
    assertThat(phone.code(new AtmApi.Listen(SELF, ListenFace.SELF, "f", List.of(7), List.of())))
        .isEqualTo(12100001);
  }

  private static Atm.Command grant(int flag) {
    return new Atm.Command.Grant(NOTES, PermissionName.of("CAMERA"), flag);
  }

  private static AtmApi component(boolean grant) {
    return new AtmApi.ChangePermission(
        AtmCaller.SETTINGS, AtmApi.ChangeFace.INNER, TokenRef.of(NOTES), CAMERA, grant, 16, true);
  }

  private static AtmApi on(String callback, List<Integer> tokens, List<String> names) {
    return new AtmApi.Listen(AtmCaller.SETTINGS, ListenFace.SYSTEM, callback, tokens, names);
  }

  private static AtmApi off(Optional<String> callback, List<Integer> tokens, List<String> names) {
    return new AtmApi.StopListening(AtmCaller.SETTINGS, ListenFace.SYSTEM, callback, tokens, names);
  }

  private static AtmApi innerOn(int count) {
    AtmCaller caller =
        new AtmCaller.Service("p" + count / 200, Phone.names("GET_SENSITIVE_PERMISSIONS"), false);
    return new AtmApi.Listen(caller, ListenFace.INNER, "f" + count, EVERYBODY, List.of());
  }

  private List<String> heard() {
    return phone.effects(CallBack.class).stream()
        .map(
            call ->
                call.callback()
                    + (call.change().granted() ? " GRANTED " : " REVOKED ")
                    + call.change().name().shortName())
        .toList();
  }
}
