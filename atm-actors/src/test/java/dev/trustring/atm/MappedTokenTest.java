package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static dev.trustring.atm.Phone.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.AtmApi.ChangeFace;
import dev.trustring.atm.AtmApi.ChangePermission;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.install.UpdateHapInfoParams;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.remote.HapTokenInfoForSync;
import dev.trustring.atm.remote.PermissionStateForSync;
import dev.trustring.atm.remote.RemoteTokens;
import dev.trustring.atm.token.FullTokenId;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The local id of an app of another device may be looked at and not be changed (access-token §5.7).
 * The app has the same name as one of this device, with which it shares nothing.
 */
class MappedTokenTest {
  private static final AtmCaller SETTINGS = AtmCaller.SETTINGS;
  private static final AtmCaller ADMIN =
      new AtmCaller.Service("edm", names("MANAGE_EDM_POLICY"), false);
  private static final AtmCaller POLICIES =
      new AtmCaller.Service("policies", names("MANAGE_USER_POLICY"), false);
  private static final String CAMERA = PermissionName.of("CAMERA").value();
  private static final String LOCATION = PermissionName.of("LOCATION").value();
  private static final String INTERNET = PermissionName.of("INTERNET").value();
  private static final TokenId REMOTE = TokenId.hap(7, false);

  private final Phone phone = aPhone().withNotes("CAMERA", "LOCATION");
  private final TokenId mapped =
      phone.mapped(
          new HapTokenInfoForSync(
              1,
              REMOTE,
              FullTokenId.SYSTEM_APP | FullTokenId.ATOMIC_SERVICE,
              NOTES.user().value(),
              NOTES.bundle().value(),
              NOTES.instIndex(),
              0,
              List.of(
                  new PermissionStateForSync(CAMERA, 0, 10),
                  new PermissionStateForSync(LOCATION, -1, 2),
                  new PermissionStateForSync(INTERNET, 0, 4))));

  @ParameterizedTest
  @EnumSource(ChangeFace.class)
  void isNotGrantedOrRevoked(ChangeFace face) {
    for (boolean grant : List.of(true, false)) {
      assertThat(phone.code(change(face, LOCATION, grant, 2))).isEqualTo(12100006);
      assertThat(phone.code(change(face, LOCATION, grant, 64))).isEqualTo(12100006);
    }
  }

  @ParameterizedTest(name = "{0} flag {1}: {2}")
  @CsvSource({
    "'', 2, 12100001",
    "ohos.permission.CAMERA, 3, 12100001",
    "ohos.permission.NO_SUCH, 2, 12100003"
  })
  void refusesWrongParametersFirst(String name, int flag, int code) {
    assertThat(phone.code(change(ChangeFace.USER_GRANTED, name, true, flag))).isEqualTo(code);
  }

  @Test
  void isNeitherClearedNorFixedNorGrantedForSecondsNorWhiteListed() {
    TokenRef ref = new TokenRef.ById(mapped);
    AtmCaller media =
        new AtmCaller.Service("media", names("GRANT_SHORT_TERM_WRITE_MEDIAVIDEO"), false);

    assertThat(phone.code(new AtmApi.ClearUserGranted(SETTINGS, ref))).isEqualTo(12100006);
    assertThat(phone.code(new AtmApi.SetStatusWithPolicy(ADMIN, ref, List.of(CAMERA), -1, 128)))
        .isEqualTo(12100006);
    assertThat(phone.code(new AtmApi.SetStatusWithPolicy(ADMIN, ref, List.of(), -1, 128)))
        .isEqualTo(12100001);
    assertThat(phone.code(new AtmApi.GrantForSeconds(media, ref, ShortGrants.NAME.value(), 10)))
        .isEqualTo(12100006);
    assertThat(
            phone.code(
                new AtmApi.ChangeWhiteList(POLICIES, PermissionName.of("CAMERA"), ref, true)))
        .isEqualTo(12100006);
    assertThat(phone.happened()).hasSize(1);
  }

  @Test
  void isNeitherDeletedNorUpdatedAndTheRulesOfAnUpdateComeFirst() {
    HapPolicyParams tooMuch =
        HapPolicyParams.requesting(PermissionName.of("MANAGE_LOCAL_ACCOUNTS").value());

    assertThat(phone.ask(new TokenCommand.DeleteToken(TokenCaller.PACKAGE_MANAGER, mapped, true)))
        .isEqualTo(new Atm.Reply.Refused(AtmRefusal.TOKEN_REMOTE));
    assertThat(phone.ask(update(HapPolicyParams.requesting(CAMERA))))
        .isEqualTo(new Atm.Reply.Refused(AtmRefusal.TOKEN_REMOTE));
    assertThat(phone.ask(update(tooMuch))).isInstanceOf(Atm.Reply.InstallRefused.class);
  }

  @Test
  void isVerifiedByWhatTheOtherDeviceTold() {
    phone.whereNotesHolds("LOCATION", new GrantState(true, 2));

    assertThat(verify(CAMERA)).isZero();
    assertThat(verify(LOCATION)).isEqualTo(-1);
    assertThat(verify("nonsense")).isEqualTo(-1);
    assertThat(phone.ask(new AtmApi.VerifyToken(SETTINGS, new TokenRef.ById(mapped), CAMERA, true)))
        .isEqualTo(new ApiReply.Value(0));
  }

  @Test
  void hasNoPartInWhatAComponentOfThisDeviceGrantsOrItsDialogsAreBanned() {
    phone.ask(
        new ChangePermission(
            SETTINGS, ChangeFace.INNER, TokenRef.of(NOTES), LOCATION, true, 16, true));
    phone.ask(new AtmApi.SetDialogCap(SETTINGS, NOTES, true));

    assertThat(verify(LOCATION)).isEqualTo(-1);
    assertThat(flags(LOCATION)).isEqualTo(new ApiReply.Value(2));
    assertThat(
            phone.ask(new AtmApi.GetStatuses(SETTINGS, new TokenRef.ById(mapped), List.of(CAMERA))))
        .isEqualTo(new ApiReply.Values(List.of(0)));
  }

  @Test
  void tellsItsFlagsItsPermissionsAndWhoItIs() {
    assertThat(flags(CAMERA)).isEqualTo(new ApiReply.Value(2));
    assertThat(phone.ask(new TokenQuery.GetTokenType(mapped)))
        .isEqualTo(new TokenReply.TypeTold(TokenType.HAP));
    ApiReply.Requested requested =
        (ApiReply.Requested)
            phone.ask(new AtmApi.GetRequested(SETTINGS, new TokenRef.ById(mapped), false));
    assertThat(requested.permissions()).hasSize(2);
    TokenReply.HapTokenInfoTold told =
        (TokenReply.HapTokenInfoTold) phone.ask(new TokenQuery.GetHapTokenInfo(mapped));
    assertThat(told.token().identity()).isEqualTo(NOTES);
    assertThat(told.fullId()).isEqualTo(FullTokenId.of(mapped, 3));
    assertThat(phone.following(Documentation.REFERENCE).code(getFlags(CAMERA))).isEqualTo(12100006);
  }

  @Test
  void isGoneWithTheDeviceThatTold() {
    phone.ask(new AtmFact.RemoteTokensKnown(RemoteTokens.NONE));

    assertThat(verify(CAMERA)).isEqualTo(-1);
    assertThat(phone.code(change(ChangeFace.INNER, CAMERA, true, 2))).isEqualTo(12100002);
  }

  @Test
  void keepsItsNumberFromNewApps() {
    assertThat(
            phone.ask(
                new TokenCommand.InitHapToken(
                    TokenCaller.PACKAGE_MANAGER,
                    HapInfoParams.of("com.example.other").restoring(mapped.value()),
                    HapPolicyParams.requesting(CAMERA))))
        .isEqualTo(new Atm.Reply.Refused(AtmRefusal.TOKENID_TAKEN));
  }

  private TokenCommand update(HapPolicyParams policy) {
    return new TokenCommand.UpdateHapToken(
        TokenCaller.PACKAGE_MANAGER, mapped, UpdateHapInfoParams.RELEASE, policy);
  }

  private AtmApi change(ChangeFace face, String name, boolean grant, int flag) {
    return new ChangePermission(SETTINGS, face, new TokenRef.ById(mapped), name, grant, flag, true);
  }

  private AtmApi getFlags(String name) {
    return new AtmApi.GetFlags(SETTINGS, new TokenRef.ById(mapped), name);
  }

  private Atm.Reply flags(String name) {
    return phone.ask(getFlags(name));
  }

  private int verify(String name) {
    TokenQuery question = new TokenQuery.VerifyAccessToken(mapped, name);
    return ((TokenReply.VerifyAnswered) phone.ask(question)).code();
  }
}
