package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.AtmApi.ChangeFace;
import dev.trustring.atm.AtmApi.ChangePermission;
import dev.trustring.atm.GrantEffect.NotifySync;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.request.DialogButton;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.AppActivity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An app, its clone and its sandboxes: who shares what the user decides (access-token §8). */
class SandboxTest {
  private static final AtmCaller ADMIN =
      new AtmCaller.Service("edm", Phone.names("MANAGE_EDM_POLICY"), false);
  private static final int CLONE = 1;
  private static final int READ = 2;
  private static final int FULL = 3;
  private static final List<String> REQUESTED =
      List.of("CAMERA", "DISTRIBUTED_DATASYNC", "LOCATION", "APPROXIMATELY_LOCATION");

  private final Phone phone = aPhone();

  SandboxTest() {
    HapInfoParams notes = HapInfoParams.of(NOTES.bundle().value());
    HapPolicyParams policy =
        HapPolicyParams.requesting(
            REQUESTED.stream().map(name -> PermissionName.of(name).value()).toArray(String[]::new));
    install(notes, policy);
    install(notes.asInstance(CLONE, 0), policy);
    install(notes.asInstance(READ, 1), policy);
    install(notes.asInstance(FULL, 4), policy);
  }

  @ParameterizedTest(name = "changed on instance {0}")
  @ValueSource(ints = {0, READ, FULL})
  void sharesGrantsAndRevocationsOfTheAppAndItsSandboxes(int changed) {
    assertThat(phone.code(change(changed, true, "CAMERA", 2))).isZero();
    assertThat(held("CAMERA")).isEqualTo("GRANTED/2 DENIED/0 GRANTED/2 GRANTED/2");

    assertThat(phone.code(change(changed, false, "CAMERA", 1))).isZero();
    assertThat(held("CAMERA")).isEqualTo("DENIED/1 DENIED/0 DENIED/1 DENIED/1");
  }

  @Test
  void leavesTheOthersAloneWhenACloneIsChanged() {
    phone.ask(change(CLONE, true, "CAMERA", 2));

    assertThat(held("CAMERA")).isEqualTo("DENIED/0 GRANTED/2 DENIED/0 DENIED/0");
    assertThat(phone.effects(NotifySync.class)).containsExactly(NotifySync.changed(id(CLONE)));
  }

  @Test
  void copiesNothingToASandboxThatMayNotHaveIt() {
    phone.ask(change(0, true, "DISTRIBUTED_DATASYNC", 2));

    assertThat(held("DISTRIBUTED_DATASYNC")).isEqualTo("GRANTED/2 DENIED/0 DENIED/0 GRANTED/2");
    assertThat(phone.effects(NotifySync.class))
        .containsExactly(NotifySync.changed(id(0)), NotifySync.changed(id(FULL)));
  }

  @Test
  void refusesToChangeWhatTheSandboxMayNotHaveAndThenCopiesNothing() {
    assertThat(phone.code(change(READ, true, "DISTRIBUTED_DATASYNC", 2))).isEqualTo(12100006);
    assertThat(phone.code(change(READ, false, "DISTRIBUTED_DATASYNC", 2))).isEqualTo(12100006);
    assertThat(phone.code(admin(READ, "DISTRIBUTED_DATASYNC"))).isEqualTo(12100006);

    assertThat(held("DISTRIBUTED_DATASYNC")).isEqualTo("DENIED/0 DENIED/0 DENIED/0 DENIED/0");
  }

  @Test
  void tellsListenersAndTokenSyncOfEachInstanceAndKillsEach() {
    phone.ask(change(0, true, "CAMERA", 2));
    phone.ask(
        new AtmApi.Listen(
            AtmCaller.SETTINGS, AtmApi.ListenFace.SYSTEM, "callback", List.of(), List.of()));

    Atm.Decision revoked = phone.obey(change(READ, false, "CAMERA", 2));

    assertThat(revoked.effects())
        .containsOnlyOnce(
            NotifySync.changed(id(0)), NotifySync.changed(id(READ)), NotifySync.changed(id(FULL)))
        .contains(
            new GrantEffect.KillProcess(app(0)),
            new GrantEffect.KillProcess(app(READ)),
            new GrantEffect.KillProcess(app(FULL)));
    assertThat(
            phone.effects(GrantEffect.CallBack.class).stream()
                .map(GrantEffect.CallBack::change)
                .map(GrantEffect.PermissionStateChange::token))
        .containsExactly(id(READ), id(0), id(FULL));
  }

  @Test
  void keepsWhatASandboxRefusesByItselfToItself() {
    phone.ask(admin(READ, "LOCATION"));
    assertThat(held("LOCATION")).isEqualTo("GRANTED/128 DENIED/0 GRANTED/128 GRANTED/128");
    phone.ask(
        new AtmApi.SetStatusWithPolicy(
            ADMIN, ref(0), List.of(PermissionName.of("LOCATION").value()), 0, 256));

    phone.ask(change(0, false, "LOCATION", 2));

    assertThat(held("LOCATION")).isEqualTo("DENIED/2 DENIED/0 DENIED/2 DENIED/2");
  }

  @ParameterizedTest(name = "cleared on instance {0}: {1}")
  @CsvSource({
    "0, DENIED/0 GRANTED/2 DENIED/0 DENIED/0",
    "1, GRANTED/2 DENIED/0 GRANTED/2 GRANTED/2",
    "3, DENIED/0 GRANTED/2 DENIED/0 DENIED/0"
  })
  void clearsTheAppAndItsSandboxesTogether(int cleared, String left) {
    phone.ask(change(0, true, "CAMERA", 2));
    phone.ask(change(CLONE, true, "CAMERA", 2));
    int notices = phone.effects(NotifySync.class).size();

    assertThat(phone.code(new AtmApi.ClearUserGranted(AtmCaller.SETTINGS, ref(cleared)))).isZero();

    assertThat(held("CAMERA")).isEqualTo(left);
    assertThat(phone.effects(NotifySync.class)).hasSize(notices);
  }

  @Test
  void sharesGrantsOfAComponentToo() {
    phone.ask(change(0, true, "CAMERA", 16));

    assertThat(verify(READ, "CAMERA")).isZero();
    assertThat(verify(CLONE, "CAMERA")).isEqualTo(-1);

    phone.ask(new AtmApi.ClearUserGranted(AtmCaller.SETTINGS, ref(FULL)));
    assertThat(verify(READ, "CAMERA")).isEqualTo(-1);
  }

  @Test
  void deniesWhatTheSandboxMayNotHaveHoweverItIsHeld() {
    HapToken sandbox = phone.state().token(app(READ)).orElseThrow();
    AtmState torn =
        phone
            .state()
            .with(sandbox.with(PermissionName.DISTRIBUTED_DATASYNC, new GrantState(true, 2)));

    assertThat(torn.isGranted(id(READ), PermissionName.DISTRIBUTED_DATASYNC)).isFalse();
    Atm.Inputs inputs = new Atm.Inputs(PermissionCatalogue.standard(), 1);
    Atm.Reply reply =
        Atm.decide(
                torn,
                phone.pending(),
                new Atm.Command.Verify(app(READ), PermissionName.DISTRIBUTED_DATASYNC),
                inputs)
            .reply()
            .orElseThrow();
    assertThat(((Atm.Reply.Verified) reply).permission().granted()).isFalse();
    assertThat(((Atm.Reply.Verified) reply).permission().explanation())
        .isEqualTo("the sandbox of the app may not have it");
  }

  @Test
  void sharesTheAnswerToADialogAndTheEndOfWhatWasForThisTime() {
    phone.obey(
        new Atm.Command.RequestPermissions(app(READ), Phone.names("APPROXIMATELY_LOCATION")));
    phone.ask(new AtmFact.PressButton(phone.lastDialog(), DialogButton.THIS_TIME));
    assertThat(held("APPROXIMATELY_LOCATION"))
        .isEqualTo("GRANTED/64 DENIED/0 GRANTED/64 GRANTED/64");

    phone.ask(new AtmFact.AppMoved(app(READ), AppActivity.Phase.STOPPED));

    assertThat(held("APPROXIMATELY_LOCATION")).isEqualTo("DENIED/64 DENIED/0 DENIED/64 DENIED/64");
  }

  private AtmApi admin(int instance, String name) {
    return new AtmApi.SetStatusWithPolicy(
        ADMIN, ref(instance), List.of(PermissionName.of(name).value()), 0, 128);
  }

  private AtmApi change(int instance, boolean grant, String name, int flag) {
    return new ChangePermission(
        AtmCaller.SETTINGS,
        ChangeFace.INNER,
        ref(instance),
        PermissionName.of(name).value(),
        grant,
        flag,
        true);
  }

  private int verify(int instance, String name) {
    TokenQuery question =
        new TokenQuery.VerifyAccessToken(id(instance), PermissionName.of(name).value());
    return ((TokenReply.VerifyAnswered) phone.ask(question)).code();
  }

  /** The states of the app, the clone, the sandbox that reads and the one with all rights. */
  private String held(String name) {
    return String.join(
        " ",
        phone.state().tokens().values().stream()
            .map(token -> token.stateOf(PermissionName.of(name)).orElseThrow())
            .map(held -> (held.granted() ? "GRANTED/" : "DENIED/") + held.flags())
            .toList());
  }

  private TokenRef ref(int instance) {
    return new TokenRef.ById(id(instance));
  }

  private TokenId id(int instance) {
    return phone.state().token(app(instance)).orElseThrow().tokenId();
  }

  private static TokenIdentity app(int instance) {
    return new TokenIdentity(NOTES.bundle(), NOTES.user(), instance);
  }

  private void install(HapInfoParams info, HapPolicyParams policy) {
    assertThat(phone.ask(new TokenCommand.InitHapToken(TokenCaller.PACKAGE_MANAGER, info, policy)))
        .isInstanceOf(Atm.Reply.Installed.class);
  }
}
