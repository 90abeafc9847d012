package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static dev.trustring.atm.Phone.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.AtmApi.ChangeFace;
import dev.trustring.atm.AtmApi.ChangePermission;
import dev.trustring.atm.GrantEffect.NotifySync;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.install.UpdateHapInfoParams;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.UserPolicy.UserRestriction;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.UserId;
import dev.trustring.atm.uptime.AppActivity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When token sync is told of a token, and when it is not (access-token §5.6). */
class SyncNoticeTest {
  private static final AtmCaller SETTINGS = AtmCaller.SETTINGS;
  private static final String CAMERA = PermissionName.of("CAMERA").value();

  private final Phone phone = aPhone().withNotes("CAMERA", "INTERNET");
  private final TokenId notes = new TokenId(phone.notesTokenId());

  @Test
  void tellsOfEverySuccessfulGrantEvenIfItChangesNothing() {
    assertThat(noticesOf(change(true, CAMERA, 2))).containsExactly(NotifySync.changed(notes));
    assertThat(noticesOf(change(true, CAMERA, 2))).containsExactly(NotifySync.changed(notes));
    assertThat(noticesOf(change(true, CAMERA, 16))).containsExactly(NotifySync.changed(notes));
  }

  @Test
  void tellsOfNoCallThatIsRefused() {
    assertThat(noticesOf(change(true, PermissionName.of("INTERNET").value(), 2))).isEmpty();
  }

  @Test
  void tellsOfWhatAdministratorsDecideAndOfWhatExpires() {
    AtmCaller admin = new AtmCaller.Service("edm", names("MANAGE_EDM_POLICY"), false);

    assertThat(noticesOf(new AtmFact.AppMoved(NOTES, AppActivity.Phase.FOREGROUND))).isEmpty();
    assertThat(noticesOf(change(true, CAMERA, 64))).hasSize(1);
    assertThat(noticesOf(new AtmFact.AppMoved(NOTES, AppActivity.Phase.STOPPED)))
        .containsExactly(NotifySync.changed(notes));
    assertThat(
            noticesOf(
                new AtmApi.SetStatusWithPolicy(
                    admin, TokenRef.of(NOTES), List.of(CAMERA), -1, 128)))
        .containsExactly(NotifySync.changed(notes));
  }

  @Test
  void tellsOfANewVersionAndOfTheEnd() {
    assertThat(
            noticesOf(
                new TokenCommand.UpdateHapToken(
                    TokenCaller.PACKAGE_MANAGER,
                    notes,
                    UpdateHapInfoParams.RELEASE,
                    HapPolicyParams.requesting(CAMERA))))
        .containsExactly(NotifySync.changed(notes));

    assertThat(noticesOf(new Atm.Command.Install(HapInstall.ordinary(NOTES))))
        .containsExactly(new NotifySync(notes, true));
    TokenId next = new TokenId(phone.notesTokenId());
    assertThat(noticesOf(new Atm.Command.Uninstall(NOTES)))
        .containsExactly(new NotifySync(next, true));
  }

  @Test
  void tellsNothingOfClearingOrOfPoliciesForUsers() {
    AtmCaller policies = new AtmCaller.Service("policies", names("MANAGE_USER_POLICY"), false);
    phone.ask(change(true, CAMERA, 2));

    assertThat(
            noticesOf(
                new AtmApi.SetUserPolicy(
                    policies,
                    List.of(
                        new AtmApi.SetUserPolicy.PolicyWish(
                            new PermissionName(CAMERA),
                            true,
                            List.of(new UserRestriction(UserId.FIRST, true)))))))
        .isEmpty();
    assertThat(phone.verify("CAMERA").granted()).isFalse();
    assertThat(noticesOf(new AtmApi.ClearUserGranted(SETTINGS, TokenRef.of(NOTES)))).isEmpty();
  }

  private List<NotifySync> noticesOf(Atm.Command command) {
    return phone.obey(command).effects().stream()
        .filter(NotifySync.class::isInstance)
        .map(NotifySync.class::cast)
        .toList();
  }

  private static AtmApi change(boolean grant, String name, int flag) {
    return new ChangePermission(
        SETTINGS, ChangeFace.INNER, TokenRef.of(NOTES), name, grant, flag, true);
  }
}
