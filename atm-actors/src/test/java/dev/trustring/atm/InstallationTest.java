package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.install.RefusalRule;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.TokenType;
import dev.trustring.atm.token.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstallationTest {
  @Test
  void givesAnAppATokenThatIsFoundByNameAndById() {
    Phone phone = aPhone();

    Atm.Reply reply =
        phone.ask(
            new Atm.Command.Install(
                HapInstall.ordinary(NOTES, PermissionName.DISTRIBUTED_DATASYNC)));

    TokenId id = ((Atm.Reply.Installed) reply).tokenId();
    HapToken token = phone.state().token(NOTES).orElseThrow();
    assertThat(id.type()).isEqualTo(TokenType.HAP);
    assertThat(token.tokenId()).isEqualTo(id);
    assertThat(phone.state().token(id)).contains(token);
    assertThat(phone.happened()).containsExactly(new Atm.Event.TokenCreated(token));
    assertThat(phone.ask(new Atm.Command.TokenOf(NOTES)))
        .isEqualTo(new Atm.Reply.TokenFound(token));
  }

  @Test
  void refusesAnAppThatAsksForTooMuchAndKeepsTheOldOne() {
    Phone phone = aPhone().withNotes("CAMERA");
    AtmState before = phone.state();

    Atm.Decision decision =
        phone.obey(
            new Atm.Command.Install(
                HapInstall.ordinary(NOTES, PermissionName.of("MANAGE_LOCAL_ACCOUNTS"))));

    Atm.Reply.InstallRefused refused =
        new Atm.Reply.InstallRefused(PermissionName.of("MANAGE_LOCAL_ACCOUNTS"), RefusalRule.ACL);
    assertThat(decision.reply()).contains(refused);
    assertThat(refused.code()).isEqualTo(12100024);
    assertThat(Atm.Reply.InstallRefused.INSTALLER_CODE).isEqualTo(9568289);
    assertThat(decision.events()).isEmpty();
    assertThat(phone.state()).isEqualTo(before);
  }

  @Test
  void replacesTheTokenOfAnAppThatIsInstalledAgain() {
    Phone phone = aPhone().withNotes("CAMERA").whereNotesHolds("CAMERA", new GrantState(true, 2));
    TokenId oldId = phone.state().token(NOTES).orElseThrow().tokenId();

    phone.withNotes("CAMERA");

    HapToken token = phone.state().token(NOTES).orElseThrow();
    assertThat(token.tokenId()).isNotEqualTo(oldId);
    assertThat(phone.state().isTaken(oldId)).isFalse();
    assertThat(phone.verify("CAMERA").granted()).isFalse();
    assertThat(phone.happened())
        .endsWith(
            new Atm.Event.TokenDeleted(NOTES, oldId, Phone.names("CAMERA")),
            new Atm.Event.TokenCreated(token));
  }

  @Test
  void keepsACloneApartFromItsApp() {
    TokenIdentity clone = new TokenIdentity(NOTES.bundle(), UserId.FIRST, 1);
    Phone phone = aPhone().withNotes("CAMERA").whereNotesHolds("CAMERA", new GrantState(true, 2));

    phone.with(HapInstall.ordinary(clone, PermissionName.of("CAMERA")));

    HapToken token = phone.state().token(clone).orElseThrow();
    assertThat(token.tokenId().isClone()).isTrue();
    assertThat(token.stateOf(PermissionName.of("CAMERA"))).contains(GrantState.NEVER_DECIDED);
    assertThat(phone.verify("CAMERA").granted()).isTrue();
  }

  @Test
  void takesTheTokenOfAnUninstalledAppAway() {
    Phone phone = aPhone().withNotes("INTERNET", "CAMERA");
    TokenId id = phone.state().token(NOTES).orElseThrow().tokenId();

    Atm.Reply reply = phone.ask(new Atm.Command.Uninstall(NOTES));

    assertThat(reply).isEqualTo(new Atm.Reply.Uninstalled());
    assertThat(phone.state()).isEqualTo(AtmState.EMPTY);
    assertThat(phone.happened())
        .endsWith(new Atm.Event.TokenDeleted(NOTES, id, Phone.names("INTERNET")));
    assertThat(phone.ask(new Atm.Command.TokenOf(NOTES))).isEqualTo(new Atm.Reply.NoToken(NOTES));
  }

  @Test
  void hasNothingToTakeFromAnAppThatIsNotInstalled() {
    Atm.Decision decision = aPhone().obey(new Atm.Command.Uninstall(NOTES));

    assertThat(decision.reply()).contains(new Atm.Reply.NoToken(NOTES));
    assertThat(decision.events()).isEmpty();
  }

  @Test
  void cannotChangeWhatIsNotThere() {
    Atm.Event.PermissionChanged change =
        new Atm.Event.PermissionChanged(
            NOTES, PermissionName.of("CAMERA"), GrantState.NEVER_DECIDED, new GrantState(true, 2));

    assertThatIllegalStateException().isThrownBy(() -> change.appliedTo(AtmState.EMPTY));
    assertThatIllegalStateException()
        .isThrownBy(() -> Atm.evolve(aPhone().withNotes().state(), List.of(change)));
  }
}
