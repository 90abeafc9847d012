package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.DialogButton;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenType;
import dev.trustring.atm.uptime.ServiceHealth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An AccessTokenManager that does not serve its callers (access-token §4.1, §9). */
class OutageTest {
  private static final AtmCaller SETTINGS = AtmCaller.SETTINGS;
  private static final TokenRef TOKEN = TokenRef.of(NOTES);

  private final Phone phone = aPhone().withNotes("CAMERA", "INTERNET");

  @ParameterizedTest
  @CsvSource({"GONE, SERVICE_GONE", "OUT_OF_MEMORY, OUT_OF_MEMORY"})
  void refusesInstallersAndCallersAlike(ServiceHealth health, AtmRefusal why) {
    is(health);

    Atm.Reply refused = new Atm.Reply.Refused(why);
    assertThat(phone.ask(new AtmApi.GetVersion(SETTINGS))).isEqualTo(refused);
    assertThat(phone.ask(new AtmApi.GetDefinition(SETTINGS, "x"))).isEqualTo(refused);
    assertThat(phone.ask(new TokenCommand.ReviewUndefined())).isEqualTo(refused);
    assertThat(phone.ask(new Atm.Command.Uninstall(NOTES))).isEqualTo(refused);
    assertThat(phone.ask(new TokenQuery.GetDefPermission("ohos.permission.CAMERA")))
        .isEqualTo(refused);
  }

  @Test
  void verifiesDeniedWhateverIsAskedAndSaysWhy() {
    PermissionName internet = PermissionName.of("INTERNET");
    is(ServiceHealth.GONE);

    PermissionView view =
        ((Atm.Reply.Verified) phone.ask(new Atm.Command.Verify(NOTES, internet))).permission();
    assertThat(view.granted()).isFalse();
    assertThat(view.hindrance()).isEqualTo(PermissionView.Hindrance.NO_ANSWER);
    assertThat(view.explanation()).isEqualTo("the permission service does not answer");
    assertThat(phone.ask(new AtmApi.VerifyBoth(SETTINGS, TOKEN, TokenRef.of(0), internet.value())))
        .isEqualTo(new ApiReply.Value(-1));
    assertThat(phone.ask(new AtmApi.VerifyList(SETTINGS, TOKEN, List.of(internet.value(), "x"))))
        .isEqualTo(new ApiReply.Values(List.of(-1, -1)));
  }

  @Test
  void knowsNoTokenButTellsWhichAppsAreInstalled() {
    is(ServiceHealth.GONE);

    assertThat(phone.ask(new TokenQuery.GetTokenType(TokenId.hap(7, false))))
        .isEqualTo(new TokenReply.TypeTold(TokenType.INVALID));
    assertThat(
            phone.ask(
                new TokenCommand.AllocHapToken(
                    TokenCaller.PACKAGE_MANAGER,
                    HapInfoParams.of("com.example.clock"),
                    HapPolicyParams.requesting())))
        .isEqualTo(new TokenReply.IdTold(TokenId.INVALID));
    assertThat(phone.ask(new Atm.Command.TokenOf(NOTES))).isInstanceOf(Atm.Reply.TokenFound.class);
  }

  @Test
  void findsABadParameterBeforeItMissesTheService() {
    is(ServiceHealth.GONE);

    assertThat(phone.ask(new AtmApi.GetFlags(SETTINGS, TokenRef.of(0), "x")))
        .isEqualTo(new Atm.Reply.Refused(AtmRefusal.TOKEN_ZERO));
    assertThat(phone.ask(new TokenQuery.GetHapTokenInfo(TokenId.nativeProcess(7))))
        .isEqualTo(new Atm.Reply.Refused(AtmRefusal.NOT_AN_APPS_TOKENID));
  }

  @Test
  void changesNothingThatIsStored() {
    AtmState before = phone.state();
    is(ServiceHealth.OUT_OF_MEMORY);

    phone.ask(
        new AtmApi.ChangePermission(
            SETTINGS, AtmApi.ChangeFace.INNER, TOKEN, "ohos.permission.CAMERA", true, 2, true));

    assertThat(phone.state()).isEqualTo(before);
  }

  @Test
  void storesNothingThatTheUserPressesMeanwhile() {
    phone.notesRequests("CAMERA");
    is(ServiceHealth.GONE);

    phone.ask(new AtmFact.PressButton(phone.lastDialog(), DialogButton.ALLOW));

    assertThat(phone.notesHold("CAMERA")).startsWith("DENIED");
  }

  private void is(ServiceHealth health) {
    phone.ask(new AtmFact.ServiceIs(health));
  }
}
