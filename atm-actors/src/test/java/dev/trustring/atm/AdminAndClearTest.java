package dev.trustring.atm;

import static dev.trustring.atm.Calls.app;
import static dev.trustring.atm.Calls.camera;
import static dev.trustring.atm.Calls.innerChange;
import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static dev.trustring.atm.Phone.names;
import static dev.trustring.atm.grant.Written.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenIdentity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators decide, and what is left when a user's choices are cleared. */
class AdminAndClearTest {
  private static final AtmCaller SETTINGS = AtmCaller.SETTINGS;
  private static final AtmCaller ROOT = new AtmCaller.Service("init", List.of(), true);
  private static final AtmCaller DAEMON = new AtmCaller.Service("daemon", List.of(), false);
  private static final AtmCaller ADMIN =
      new AtmCaller.Service("edm", names("MANAGE_EDM_POLICY"), false);
  private static final TokenIdentity CLOCK = TokenIdentity.of("com.example.clock");

  private final Phone phone =
      aPhone()
          .withNotes("CAMERA", "INTERNET", "DISTRIBUTED_DATASYNC", "LOCATION")
          .with(
              HapInstall.of(CLOCK, ProvisionProfile.ORDINARY.withSystemApp(true), names("CAMERA")));

  @Test
  void fixesAndReleasesForTheAdministrator() {
    assertThat(phone.code(admin(0, 128, "CAMERA", "LOCATION"))).isZero();
    assertThat(phone.notesHold("CAMERA")).isEqualTo("GRANTED/128");
    assertThat(phone.code(innerChange(false, "CAMERA", 2))).isEqualTo(12100009);

    assertThat(phone.code(admin(-1, 256, "CAMERA"))).isZero();

    assertThat(phone.notesHold("CAMERA")).isEqualTo("GRANTED/256");
    assertThat(phone.code(innerChange(false, "CAMERA", 2))).isZero();
    assertThat(phone.notesHold("LOCATION")).isEqualTo("GRANTED/128");
  }

  @ParameterizedTest(name = "status {0} flag {1} on {2}: {3}")
  @CsvSource({
    "1, 128, CAMERA, 12100001",
    "0, 2, CAMERA, 12100001",
    "0, 384, CAMERA, 12100001",
    "0, 256, CAMERA, 12100001",
    "0, 128, NONSENSE, 12100003",
    "0, 128, INTERNET, 12100003",
    "0, 128, READ_AUDIO, 12100001"
  })
  void refusesNonsenseOfTheAdministrator(int status, int flag, String name, int code) {
    assertThat(phone.code(admin(status, flag, name))).isEqualTo(code);
  }

  @Test
  void goesThroughTheAdministratorsListUpToTheFirstRefusal() {
    phone.code(admin(0, 128, "CAMERA", "LOCATION"));

    int code = phone.code(admin(0, 256, "CAMERA", "DISTRIBUTED_DATASYNC", "LOCATION"));

    assertThat(code).isEqualTo(12100001);
    assertThat(phone.notesHold("CAMERA")).isEqualTo("GRANTED/256");
    assertThat(phone.notesHold("LOCATION")).isEqualTo("GRANTED/128");
  }

  @Test
  void servesOnlyTheAdministratorWithAListThatIsNotEmpty() {
    assertThat(phone.code(admin(0, 128))).isEqualTo(12100001);
    assertThat(
            phone.code(
                new AtmApi.SetStatusWithPolicy(
                    DAEMON, TokenRef.of(NOTES), List.of(camera()), 0, 128)))
        .isEqualTo(201);
  }

  @ParameterizedTest(name = "clearing {0} leaves {1}")
  @CsvSource({
    "GRANTED/4, GRANTED/4",
    "GRANTED/2, DENIED/0",
    "DENIED/2, DENIED/0",
    "GRANTED/64, DENIED/0",
    "DENIED/10, GRANTED/8",
    "DENIED/138, GRANTED/136",
    "GRANTED/128, GRANTED/128",
    "DENIED/128, DENIED/128",
    "GRANTED/256, DENIED/0",
    "GRANTED/514, DENIED/512"
  })
  void clearsWhatTheUserDecided(String held, String left) {
    phone.whereNotesHolds("CAMERA", state(held));

    assertThat(phone.code(new AtmApi.ClearUserGranted(ROOT, TokenRef.of(NOTES)))).isZero();

    assertThat(phone.notesHold("CAMERA")).isEqualTo(left);
    assertThat(phone.effects(GrantEffect.KillProcess.class)).isEmpty();
    assertThat(phone.effects(GrantEffect.NotifySync.class)).isEmpty();
  }

  @Test
  void clearingLiftsTheBanOnDialogsAndDropsComponentGrants() {
    phone.ask(new AtmApi.SetDialogCap(SETTINGS, NOTES, true));
    phone.ask(innerChange(true, "CAMERA", 16));

    phone.ask(new AtmApi.ClearUserGranted(SETTINGS, TokenRef.of(NOTES)));

    assertThat(phone.state().policy().dialogBans()).isEmpty();
    assertThat(phone.verify("CAMERA").granted()).isFalse();
  }

  @Test
  void clearsForNobodyWhoMayNotRevoke() {
    assertThat(phone.code(new AtmApi.ClearUserGranted(DAEMON, TokenRef.of(0)))).isEqualTo(12100001);
    assertThat(phone.code(new AtmApi.ClearUserGranted(app(CLOCK), TokenRef.of(7)))).isEqualTo(201);
    assertThat(phone.code(new AtmApi.ClearUserGranted(SETTINGS, TokenRef.of(7))))
        .isEqualTo(12100002);
  }

  private static AtmApi admin(int status, int flag, String... shortNames) {
    List<String> full = new ArrayList<>();
    names(shortNames).forEach(name -> full.add(name.value()));
    return new AtmApi.SetStatusWithPolicy(ADMIN, TokenRef.of(NOTES), full, status, flag);
  }
}
