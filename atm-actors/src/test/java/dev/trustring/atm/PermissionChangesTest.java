package dev.trustring.atm;

import static dev.trustring.atm.Calls.app;
import static dev.trustring.atm.Calls.camera;
import static dev.trustring.atm.Calls.innerChange;
import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static dev.trustring.atm.Phone.names;
import static dev.trustring.atm.grant.Written.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.AtmApi.ChangeFace;
import dev.trustring.atm.AtmApi.ChangePermission;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.DlpType;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.Uptime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionChangesTest {
  private static final AtmCaller SETTINGS = AtmCaller.SETTINGS;
  private static final AtmCaller ROOT = new AtmCaller.Service("init", List.of(), true);
  private static final AtmCaller DAEMON = new AtmCaller.Service("daemon", List.of(), false);
  private static final TokenIdentity CLOCK = TokenIdentity.of("com.example.clock");

  private final Phone phone =
      aPhone()
          .withNotes("CAMERA", "INTERNET", "DISTRIBUTED_DATASYNC", "LOCATION")
          .with(
              HapInstall.of(CLOCK, ProvisionProfile.ORDINARY.withSystemApp(true), names("CAMERA")));

  @ParameterizedTest(name = "flags {0} legal for inner callers: {1}")
  @CsvSource({
    "0, true",
    "1, true",
    "2, true",
    "4, true",
    "8, true",
    "16, true",
    "32, true",
    "64, true",
    "512, true",
    "10, true",
    "18, true",
    "3, false",
    "66, false",
    "128, false",
    "256, false",
    "136, true",
    "144, true",
    "640, true",
    "264, true",
    "384, false",
    "392, false",
    "130, false",
    "1024, false",
    "-1, false"
  })
  void takesTheFlagsOfInnerCallersAsThePlatformDoes(int flags, boolean legal) {
    phone.whereNotesHolds("CAMERA", new GrantState(true, 128));

    assertThat(PermissionFlag.isLegal(flags)).isEqualTo(legal);
    assertThat(phone.code(change(SETTINGS, ChangeFace.INNER, "CAMERA", flags)) != 12100001)
        .isEqualTo(legal);
  }

  /** Every row of the table of access-token §3.3. */
  @ParameterizedTest(name = "{0}: {1} {2} gives {3}")
  @CsvSource({
    "DENIED/0, grant, 2, GRANTED/2",
    "DENIED/0, revoke, 2, DENIED/2",
    "DENIED/0, revoke, 1, DENIED/1",
    "DENIED/0, grant, 64, GRANTED/64",
    "GRANTED/64, revoke, 64, DENIED/64",
    "GRANTED/2, revoke, 2, DENIED/2",
    "GRANTED/8, revoke, 2, DENIED/10",
    "GRANTED/514, revoke, 2, DENIED/514",
    "GRANTED/2, grant, 32, GRANTED/32",
    "DENIED/256, grant, 2, GRANTED/2"
  })
  void movesAPermissionAsTheTableSays(String from, String what, int flag, String to) {
    phone.whereNotesHolds("CAMERA", state(from));

    int code = phone.code(innerChange(what.equals("grant"), "CAMERA", flag));

    assertThat(code).isZero();
    assertThat(phone.notesHold("CAMERA")).isEqualTo(to);
  }

  @ParameterizedTest(name = "{0}: flag {1} gives {2}")
  @CsvSource({
    "GRANTED/4, 2, 12100001",
    "GRANTED/4, 1, 12100001",
    "GRANTED/128, 2, 12100009",
    "DENIED/128, 1, 12100009",
    "DENIED/128, 16, 12100009"
  })
  void leavesAFixedPermissionAsItIs(String held, int flag, int code) {
    phone.whereNotesHolds("CAMERA", state(held));

    assertThat(phone.code(innerChange(true, "CAMERA", flag))).isEqualTo(code);
    assertThat(phone.code(innerChange(false, "CAMERA", flag))).isEqualTo(code);
    assertThat(phone.notesHold("CAMERA")).isEqualTo(held);
  }

  /** The order of failures of access-token §4.3, for each face. */
  @ParameterizedTest(name = "{0} of {1}: {2} with flag {3} gives {4}")
  @CsvSource({
    "USER_GRANTED, 0 by nobody, '', 3, 12100001",
    "USER_GRANTED, 0 by nobody, NONSENSE, 3, 12100003",
    "USER_GRANTED, 0 by nobody, INTERNET, 3, 12100001",
    "USER_GRANTED, 0 by nobody, INTERNET, 2, 12100003",
    "USER_GRANTED, 0 by nobody, HOOK_KEY_EVENT, 2, 12100003",
    "USER_GRANTED, 0 by nobody, CAMERA, 2, 12100001",
    "USER_GRANTED, render by nobody, CAMERA, 2, 12100002",
    "USER_GRANTED, 7 by nobody, CAMERA, 2, 202",
    "USER_GRANTED, 7 by clock, CAMERA, 2, 201",
    "USER_GRANTED, 7 by daemon, CAMERA, 2, 201",
    "USER_GRANTED, 7 by settings, CAMERA, 2, 12100002",
    "USER_GRANTED, notes by root, CAMERA, 2, 0",
    "USER_GRANTED, notes by settings, DISTRIBUTED_DATASYNC, 64, 12100006",
    "USER_GRANTED, notes by settings, READ_AUDIO, 2, 12100001",
    "ANY_USERS, 0 by nobody, '', 3, 12100001",
    "ANY_USERS, notes by nobody, NONSENSE, 3, 12100001",
    "ANY_USERS, notes by nobody, NONSENSE, 2, 12100003",
    "ANY_USERS, notes by nobody, INTERNET, 2, 12100014",
    "ANY_USERS, render by nobody, CAMERA, 2, 12100002",
    "ANY_USERS, notes by nobody, CAMERA, 2, 202",
    "ANY_USERS, notes by settings, HOOK_KEY_EVENT, 2, 12100001",
    "INNER, 0 by nobody, NONSENSE, 2, 12100001",
    "INNER, notes by nobody, NONSENSE, 3, 12100001",
    "INNER, notes by nobody, NONSENSE, 2, 202",
    "INNER, notes by settings, NONSENSE, 2, 12100003",
    "INNER, notes by settings, HOOK_KEY_EVENT, 2, 12100003",
    "INNER, notes by settings, INTERNET, 2, 12100001"
  })
  void refusesInTheOrderOfThePlatform(
      ChangeFace face, String tokenAndCaller, String name, int flag, int code) {
    String token = tokenAndCaller.split(" by ", -1)[0];
    String caller = tokenAndCaller.split(" by ", -1)[1];
    TokenRef ref =
        switch (token) {
          case "notes" -> TokenRef.of(phone.notesTokenId());
          case "render" -> TokenRef.of(phone.notesTokenId() | 1 << 25);
          default -> TokenRef.of(Integer.parseInt(token));
        };
    String full = name.isEmpty() ? "" : PermissionName.of(name).value();

    for (boolean grant : List.of(true, false)) {
      assertThat(
              phone.code(new ChangePermission(caller(caller), face, ref, full, grant, flag, true)))
          .isEqualTo(code);
    }
  }

  @ParameterizedTest
  @EnumSource(ChangeFace.class)
  void refusesWhatTheSandboxMayNotHave(ChangeFace face) {
    phone.whereNotesIs(HapDetails.ORDINARY.withDlpType(DlpType.READ));

    assertThat(phone.code(change(SETTINGS, face, "DISTRIBUTED_DATASYNC", 2))).isEqualTo(12100006);
    assertThat(phone.code(change(SETTINGS, face, "CAMERA", 2))).isZero();
  }

  @Test
  void killsTheProcessOfAnAppThatLosesAPermission() {
    phone.ask(innerChange(true, "CAMERA", 2));
    assertThat(phone.effects(GrantEffect.KillProcess.class)).isEmpty();

    phone.ask(innerChange(false, "CAMERA", 2));
    phone.ask(innerChange(false, "CAMERA", 1));

    assertThat(phone.effects(GrantEffect.KillProcess.class))
        .containsExactly(new GrantEffect.KillProcess(NOTES));
  }

  @Test
  void sparesTheProcessIfTheCallerSaysSo() {
    phone.ask(innerChange(true, "CAMERA", 2));

    phone.ask(
        new ChangePermission(
            SETTINGS, ChangeFace.ANY_USERS, TokenRef.of(NOTES), camera(), false, 2, false));

    assertThat(phone.notesHold("CAMERA")).isEqualTo("DENIED/2");
    assertThat(phone.effects(GrantEffect.KillProcess.class)).isEmpty();
  }

  @Test
  void countsSuccessfulCallsAndThoseThatMovedAStatus() {
    phone.ask(innerChange(true, "CAMERA", 2));
    phone.ask(innerChange(true, "CAMERA", 1));
    phone.ask(innerChange(false, "INTERNET", 1));

    assertThat(phone.pending().uptime().counters()).isEqualTo(new Uptime.Counters(1, 2));
    assertThat(phone.effects(GrantEffect.NotifySync.class)).hasSize(2);
  }

  @Test
  void grantsByAComponentWhatTheAppDoesNotEvenDeclare() {
    assertThat(phone.code(innerChange(true, "READ_AUDIO", 16))).isZero();

    assertThat(phone.verify("READ_AUDIO").granted()).isTrue();
    assertThat(phone.verify("READ_AUDIO").declared()).isFalse();
    assertThat(phone.happened()).hasOnlyElementsOfType(Atm.Event.TokenCreated.class);

    phone.ask(innerChange(false, "READ_AUDIO", 16));
    assertThat(phone.verify("READ_AUDIO").granted()).isFalse();
    assertThat(phone.effects(GrantEffect.KillProcess.class)).isEmpty();
  }

  @Test
  void showsAComponentGrantInTheFlagsUntilTheUserDecides() {
    phone.ask(innerChange(true, "CAMERA", 16));
    assertThat(flags("CAMERA")).isEqualTo(16);
    assertThat(phone.verify("CAMERA").explanation()).contains("security component");

    phone.ask(innerChange(false, "CAMERA", 2));

    assertThat(flags("CAMERA")).isEqualTo(2);
    assertThat(phone.verify("CAMERA").granted()).isFalse();
    assertThat(phone.effects(GrantEffect.KillProcess.class)).isEmpty();
  }

  @ParameterizedTest(name = "{0}, component {1}: code {2}")
  @CsvSource({
    "DENIED/2, grant, 201",
    "DENIED/1, grant, 201",
    "DENIED/10, grant, 201",
    "GRANTED/2, grant, 0",
    "GRANTED/4, grant, 0",
    "GRANTED/2, revoke, 0",
    "DENIED/2, revoke, 0"
  })
  void letsAComponentNotOverruleAnEarlierDecision(String held, String what, int code) {
    phone.whereNotesHolds("CAMERA", state(held));

    assertThat(phone.code(innerChange(what.equals("grant"), "CAMERA", 16))).isEqualTo(code);

    assertThat(phone.notesHold("CAMERA")).isEqualTo(held);
    assertThat(phone.pending().uptime().components()).isEmpty();
  }

  @Test
  void forgetsComponentGrantsWithARestart() {
    phone.ask(innerChange(true, "CAMERA", 16));

    phone.restarted();

    assertThat(phone.verify("CAMERA").granted()).isFalse();
  }

  private int flags(String name) {
    Atm.Reply reply =
        phone.ask(
            new AtmApi.GetFlags(SETTINGS, TokenRef.of(NOTES), PermissionName.of(name).value()));
    return ((ApiReply.Value) reply).number();
  }

  private static AtmApi change(AtmCaller caller, ChangeFace face, String name, int flag) {
    return new ChangePermission(
        caller, face, TokenRef.of(NOTES), PermissionName.of(name).value(), true, flag, true);
  }

  private static AtmCaller caller(String name) {
    return switch (name) {
      case "settings" -> SETTINGS;
      case "root" -> ROOT;
      case "daemon" -> DAEMON;
      case "clock" -> app(CLOCK);
      default -> app(NOTES);
    };
  }
}
