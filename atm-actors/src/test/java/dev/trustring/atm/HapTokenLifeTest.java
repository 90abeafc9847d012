package dev.trustring.atm;

import static dev.trustring.atm.Phone.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.install.PreAuthorization;
import dev.trustring.atm.install.RefusalRule;
import dev.trustring.atm.install.RequestedState;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.AvailableType;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.TokenType;
import dev.trustring.atm.token.UserId;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** InitHapToken, AllocHapToken and DeleteToken, row by row (access-token §1.4 to §1.9). */
class HapTokenLifeTest {
  private static final TokenCaller STRANGER =
      new TokenCaller(20010037, TokenType.HAP, new TreeSet<>());
  private static final HapInfoParams NOTES = HapInfoParams.of("com.example.notes");
  private static final String CAMERA = "ohos.permission.CAMERA";
  private static final String DATASYNC = "ohos.permission.DISTRIBUTED_DATASYNC";
  private static final String INTERNET = "ohos.permission.INTERNET";
  private static final String TOO_HIGH = "ohos.permission.MANAGE_LOCAL_ACCOUNTS";
  private static final HapPolicyParams POLICY = HapPolicyParams.requesting(CAMERA, INTERNET);

  private final Phone phone = aPhone();

  static Stream<TokenCommand.InitHapToken> wrongParameters() {
    String tooLong = "x".repeat(10_241);
    TreeMap<String, String> crowd = new TreeMap<>();
    for (int i = 0; i < 513; i++) {
      crowd.put("name" + i, "value");
    }
    TreeMap<String, String> empty = new TreeMap<>(java.util.Map.of("name", ""));
    TreeMap<String, String> endless = new TreeMap<>(java.util.Map.of("name", "v".repeat(1025)));
    return Stream.of(
        init(NOTES.ofUser(-1), POLICY),
        init(HapInfoParams.of(""), POLICY),
        init(HapInfoParams.of("b".repeat(257)), POLICY),
        init(HapInfoParams.of(tooLong), POLICY),
        init(NOTES.asInstance(-1, 0), POLICY),
        init(NOTES.asInstance(1, 5), POLICY),
        init(NOTES.asInstance(1, -1), POLICY),
        init(NOTES.restoring(0), POLICY),
        init(NOTES, POLICY.withApl(0)),
        init(NOTES, POLICY.withApl(4)),
        init(NOTES, POLICY.withValues(crowd)),
        init(NOTES, POLICY.withValues(empty)),
        init(NOTES, POLICY.withValues(endless)));
  }

  @ParameterizedTest
  @MethodSource("wrongParameters")
  void refusesAParameterOutOfItsLimitsBeforeItLooksAtTheCaller(TokenCommand.InitHapToken wrong) {
    Atm.Decision decision =
        phone.obey(new TokenCommand.InitHapToken(STRANGER, wrong.info(), wrong.policy()));

    assertThat(decision.reply()).contains(refused(AtmRefusal.PARAMS_OUT_OF_RANGE));
    assertThat(AtmRefusal.PARAMS_OUT_OF_RANGE.error().innerCode()).isEqualTo(12100001);
    assertThat(decision.events()).isEmpty();
  }

  @Test
  void takesTheLongestParameters() {
    TreeMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < 512; i++) {
      values.put("name" + i, "v".repeat(1024));
    }

    assertThat(id(HapInfoParams.of("b".repeat(256)), POLICY.withValues(values)))
        .isNotEqualTo(TokenId.INVALID);
  }

  @Test
  void refusesACallerThatDoesNotManageTokensBeforeItLooksAtPermissions() {
    HapPolicyParams tooMuch = HapPolicyParams.requesting(TOO_HIGH);

    assertThat(phone.ask(new TokenCommand.InitHapToken(STRANGER, NOTES, tooMuch)))
        .isEqualTo(refused(AtmRefusal.NOT_A_TOKEN_MANAGER));
    assertThat(AtmRefusal.NOT_A_TOKEN_MANAGER.error().jsCode()).isEqualTo(201);
  }

  @Test
  void refusesASandboxOfAnAppThatIsMissingBeforeItLooksAtPermissions() {
    HapPolicyParams tooMuch = HapPolicyParams.requesting(TOO_HIGH);

    assertThat(phone.ask(init(NOTES.asInstance(1, 1), tooMuch)))
        .isEqualTo(refused(AtmRefusal.NO_MAIN_APP));
    assertThat(AtmRefusal.NO_MAIN_APP.error().innerCode()).isEqualTo(12100024);
  }

  @Test
  void namesTheFirstPermissionOfTheListThatBreaksARule() {
    HapPolicyParams policy =
        HapPolicyParams.requesting(CAMERA, TOO_HIGH, "ohos.permission.ENTERPRISE_ADMIN_MANAGE");

    assertThat(phone.ask(init(NOTES, policy)))
        .isEqualTo(new Atm.Reply.InstallRefused(new PermissionName(TOO_HIGH), RefusalRule.ACL));
  }

  @Test
  void startsEveryPermissionInItsInitialState() {
    HapPolicyParams policy =
        HapPolicyParams.requesting(CAMERA, INTERNET, DATASYNC, "ohos.permission.MICROPHONE")
            .withPreAuthorized(
                List.of(
                    new PreAuthorization(new PermissionName(DATASYNC), true),
                    new PreAuthorization(PermissionName.of("MICROPHONE"), false)));

    TokenId id = id(NOTES, policy);

    assertThat(held(id, CAMERA)).isEqualTo(GrantState.NEVER_DECIDED);
    assertThat(held(id, INTERNET)).isEqualTo(GrantState.SYSTEM_FIXED);
    assertThat(held(id, DATASYNC)).isEqualTo(new GrantState(true, 8));
    assertThat(held(id, "ohos.permission.MICROPHONE")).isEqualTo(GrantState.SYSTEM_FIXED);
  }

  @Test
  void grantsADebugAppWhatItAsksForIfToldSo() {
    TokenId id = id(NOTES.asDebug(), POLICY.withDebugGrant(true));

    assertThat(held(id, CAMERA)).isEqualTo(new GrantState(true, 2));
    assertThat(held(id(NOTES.ofUser(101), POLICY.withDebugGrant(true)), CAMERA))
        .isEqualTo(GrantState.NEVER_DECIDED);
  }

  @Test
  void keepsTheLastThreeDigitsOfTheApiVersion() {
    HapInfoParams info =
        new HapInfoParams(100, "com.a", 0, 0, "a", 5608, true, "none", false, 0, true, "release");

    Atm.Reply reply = phone.ask(new TokenQuery.GetHapTokenInfo(id(info, POLICY)));

    TokenReply.HapTokenInfoTold told = (TokenReply.HapTokenInfoTold) reply;
    assertThat(told.details().apiVersion()).isEqualTo(608);
    assertThat(told.fullId().attributes()).isEqualTo(3);
  }

  @Test
  void skipsUndefinedNamesAndLooksAgainOnceThePlatformDefinesThem() {
    String later = "ohos.permission.TELEPORT";
    TokenId id = id(NOTES, HapPolicyParams.requesting(CAMERA, later, "", "x".repeat(257)));
    assertThat(phone.ask(new TokenQuery.VerifyAccessToken(id, later))).isEqualTo(answer(false));

    phone.updatedTo(
        PermissionCatalogue.standard()
            .with(List.of(defined(later, Apl.NORMAL, GrantMode.SYSTEM_GRANT))));
    Atm.Reply reply = phone.ask(new TokenCommand.ReviewUndefined());

    assertThat(reply).isEqualTo(new TokenReply.Reviewed(1));
    assertThat(phone.ask(new TokenQuery.VerifyAccessToken(id, later))).isEqualTo(answer(true));
    assertThat(phone.obey(new TokenCommand.ReviewUndefined()).events()).isEmpty();
  }

  @Test
  void leavesANameThatIsDefinedAboveTheLevelOfTheAppWaiting() {
    String later = "ohos.permission.TELEPORT";
    TokenId id = id(NOTES, HapPolicyParams.requesting(later));

    phone.updatedTo(
        PermissionCatalogue.standard()
            .with(List.of(defined(later, Apl.SYSTEM_CORE, GrantMode.SYSTEM_GRANT))));

    assertThat(phone.ask(new TokenCommand.ReviewUndefined())).isEqualTo(new TokenReply.Reviewed(0));
    assertThat(phone.ask(new TokenQuery.VerifyAccessToken(id, later))).isEqualTo(answer(false));
  }

  @Test
  void restoresAnIdButNotWhatTheUserHadDecided() {
    TokenId former = id(NOTES, POLICY);
    phone.ask(new Atm.Command.Grant(identity(0), new PermissionName(CAMERA), 2));
    phone.ask(new TokenCommand.DeleteToken(TokenCaller.PACKAGE_MANAGER, former, false));

    assertThat(id(NOTES.restoring(former.value()), POLICY)).isEqualTo(former);
    assertThat(held(former, CAMERA)).isEqualTo(GrantState.NEVER_DECIDED);
  }

  @Test
  void refusesToRestoreAnIdThatIsInUseReservedOrNoAppsId() {
    TokenId used = id(NOTES, POLICY);
    TokenId reserved = id(NOTES.ofUser(101), POLICY);
    phone.ask(new TokenCommand.DeleteToken(TokenCaller.PACKAGE_MANAGER, reserved, true));
    HapInfoParams other = HapInfoParams.of("com.example.other");

    assertThat(phone.ask(init(other.restoring(used.value()), POLICY)))
        .isEqualTo(refused(AtmRefusal.TOKENID_TAKEN));
    assertThat(phone.ask(init(other.restoring(reserved.value()), POLICY)))
        .isEqualTo(refused(AtmRefusal.TOKENID_TAKEN));
    assertThat(phone.ask(init(other.restoring(0x28100000), POLICY)))
        .isEqualTo(refused(AtmRefusal.TOKENID_MALFORMED));
    assertThat(phone.ask(init(other.restoring(0x40100000), POLICY)))
        .isEqualTo(refused(AtmRefusal.TOKENID_MALFORMED));
    assertThat(AtmRefusal.TOKENID_TAKEN.error().innerCode()).isEqualTo(12100005);
  }

  @Test
  void allocatesWithStatesAsToldAndWithoutLookingAtLevels() {
    HapPolicyParams policy =
        POLICY.withStates(
            List.of(
                new RequestedState(TOO_HIGH, 0, 4),
                new RequestedState(CAMERA, 0, 2),
                new RequestedState(CAMERA, -1, 0),
                new RequestedState("ohos.permission.NONSENSE", 0, 4),
                new RequestedState("", 0, 4)));

    Atm.Reply reply =
        phone.ask(new TokenCommand.AllocHapToken(TokenCaller.PACKAGE_MANAGER, NOTES, policy));

    TokenId id = ((TokenReply.IdTold) reply).tokenId();
    assertThat(held(id, TOO_HIGH)).isEqualTo(GrantState.SYSTEM_FIXED);
    assertThat(held(id, CAMERA)).isEqualTo(new GrantState(true, 2));
    assertThat(phone.state().token(id).orElseThrow().permissions()).hasSize(2);
  }

  @Test
  void allocatesTheIdZeroWhateverIsWrong() {
    TokenReply.IdTold zero = new TokenReply.IdTold(TokenId.INVALID);

    assertThat(phone.ask(new TokenCommand.AllocHapToken(STRANGER, NOTES, POLICY))).isEqualTo(zero);
    assertThat(
            phone.ask(
                new TokenCommand.AllocHapToken(
                    TokenCaller.PACKAGE_MANAGER, HapInfoParams.of(""), POLICY)))
        .isEqualTo(zero);
    assertThat(
            phone.ask(
                new TokenCommand.AllocHapToken(
                    TokenCaller.PACKAGE_MANAGER, NOTES.restoring(0x28100000), POLICY)))
        .isEqualTo(zero);
  }

  @Test
  void deletesAnAppOnlyWhenAskedByATokenManagerForAnAppsIdThatIsThere() {
    TokenId id = id(NOTES, POLICY);
    TokenId process =
        ((TokenReply.IdTold)
                phone.ask(
                    new TokenCommand.AddNativeToken(
                        dev.trustring.atm.install.NativeTokenInfoParams.of("foundation"))))
            .tokenId();

    assertThat(phone.ask(new TokenCommand.DeleteToken(STRANGER, TokenId.INVALID, false)))
        .isEqualTo(refused(AtmRefusal.PARAMS_OUT_OF_RANGE));
    assertThat(phone.ask(new TokenCommand.DeleteToken(STRANGER, id, false)))
        .isEqualTo(refused(AtmRefusal.NOT_A_TOKEN_MANAGER));
    assertThat(delete(process, false)).isEqualTo(refused(AtmRefusal.NOT_AN_APPS_TOKENID));
    assertThat(delete(id.render(), false)).isEqualTo(refused(AtmRefusal.NOT_AN_APPS_TOKENID));
    assertThat(delete(id, false)).isEqualTo(new TokenReply.TokenGone());
    assertThat(delete(id, false)).isEqualTo(refused(AtmRefusal.NOT_AN_APPS_TOKENID));
    assertThat(phone.happened().get(phone.happened().size() - 1))
        .isEqualTo(
            new Atm.Event.TokenDeleted(identity(0), id, List.of(new PermissionName(INTERNET))));
  }

  @Test
  void saysOfAReservedIdThatItDoesNotExist() {
    TokenId id = id(NOTES, POLICY);
    delete(id, true);

    assertThat(delete(id, false)).isEqualTo(refused(AtmRefusal.NO_SUCH_TOKENID));
    assertThat(phone.ask(new TokenQuery.GetHapTokenInfo(id)))
        .isEqualTo(refused(AtmRefusal.NO_SUCH_TOKENID));
    assertThat(phone.ask(new TokenQuery.GetTokenType(id)))
        .isEqualTo(new TokenReply.TypeTold(TokenType.INVALID));
    assertThat(phone.state().isTaken(id)).isTrue();
  }

  private static TokenCommand.InitHapToken init(HapInfoParams info, HapPolicyParams policy) {
    return new TokenCommand.InitHapToken(TokenCaller.PACKAGE_MANAGER, info, policy);
  }

  private TokenId id(HapInfoParams info, HapPolicyParams policy) {
    return ((Atm.Reply.Installed) phone.ask(init(info, policy))).tokenId();
  }

  private GrantState held(TokenId id, String name) {
    return phone.state().token(id).orElseThrow().stateOf(new PermissionName(name)).orElseThrow();
  }

  private Atm.Reply delete(TokenId id, boolean reserve) {
    return phone.ask(new TokenCommand.DeleteToken(TokenCaller.PACKAGE_MANAGER, id, reserve));
  }

  private static TokenIdentity identity(int instance) {
    return new TokenIdentity(Phone.NOTES.bundle(), UserId.FIRST, instance);
  }

  private static Atm.Reply refused(AtmRefusal why) {
    return new Atm.Reply.Refused(why);
  }

  private static Atm.Reply answer(boolean granted) {
    return new TokenReply.VerifyAnswered(granted);
  }

  private static PermissionDefinition defined(String name, Apl level, GrantMode mode) {
    return new PermissionDefinition(
        new PermissionName(name), mode, level, AvailableType.NORMAL, false, false, false, "30");
  }
}
