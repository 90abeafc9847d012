package dev.trustring.atm;

import static dev.trustring.atm.Phone.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.install.NativeTokenInfoParams;
import dev.trustring.atm.install.RefusalRule;
import dev.trustring.atm.install.UpdateHapInfoParams;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.DlpType;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.TokenType;
import dev.trustring.atm.token.UserId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** UpdateHapToken, sandboxes, clones, processes and questions by id (§1.1, §1.8, §1.10, §8). */
class HapUpdateTest {
  private static final TokenCaller MANAGER = TokenCaller.PACKAGE_MANAGER;
  private static final TokenCaller STRANGER = new TokenCaller(0, TokenType.NATIVE, new TreeSet<>());
  private static final HapInfoParams NOTES = HapInfoParams.of("com.example.notes");
  private static final String CAMERA = "ohos.permission.CAMERA";
  private static final String INTERNET = "ohos.permission.INTERNET";
  private static final String PRINT = "ohos.permission.PRINT";
  private static final String TOO_HIGH = "ohos.permission.MANAGE_LOCAL_ACCOUNTS";
  private static final String DRIVERS = "ohos.permission.ACCESS_DDK_DRIVERS";
  private static final HapPolicyParams POLICY = HapPolicyParams.requesting(CAMERA, INTERNET);

  private final Phone phone = aPhone();

  @Test
  void keepsTheIdAndWhatTheUserDecidedAndTellsNoListener() {
    TokenId id = id(NOTES, POLICY);
    phone.ask(new Atm.Command.Grant(identity(0), new PermissionName(CAMERA), 2));

    Atm.Decision decision =
        phone.obey(
            update(
                id,
                UpdateHapInfoParams.RELEASE,
                HapPolicyParams.requesting(CAMERA, "ohos.permission.MICROPHONE")));

    assertThat(decision.reply()).contains(new TokenReply.TokenUpdated());
    assertThat(decision.events()).noneMatch(Atm.Event.PermissionChanged.class::isInstance);
    HapToken token = phone.state().token(id).orElseThrow();
    assertThat(token.permissions().keySet())
        .containsExactly(new PermissionName(CAMERA), PermissionName.of("MICROPHONE"));
    assertThat(held(id, CAMERA)).isEqualTo(new GrantState(true, 2));
  }

  @Test
  void refusesAnUpdateInThePlatformsOrder() {
    TokenId id = id(NOTES, POLICY);
    HapPolicyParams tooMuch = HapPolicyParams.requesting(TOO_HIGH);
    UpdateHapInfoParams release = UpdateHapInfoParams.RELEASE;
    TokenId nobody = new TokenId(0x20000001);

    assertThat(
            phone.ask(new TokenCommand.UpdateHapToken(STRANGER, TokenId.INVALID, release, POLICY)))
        .isEqualTo(refused(AtmRefusal.PARAMS_OUT_OF_RANGE));
    assertThat(
            phone.ask(
                new TokenCommand.UpdateHapToken(STRANGER, nobody, release, POLICY.withApl(9))))
        .isEqualTo(refused(AtmRefusal.PARAMS_OUT_OF_RANGE));
    assertThat(phone.ask(new TokenCommand.UpdateHapToken(STRANGER, nobody, release, tooMuch)))
        .isEqualTo(refused(AtmRefusal.NOT_A_TOKEN_MANAGER));
    assertThat(phone.ask(update(nobody, release, tooMuch)))
        .isEqualTo(refused(AtmRefusal.NO_SUCH_TOKENID));
    assertThat(phone.ask(update(id, release, tooMuch)))
        .isEqualTo(new Atm.Reply.InstallRefused(new PermissionName(TOO_HIGH), RefusalRule.ACL));
  }

  @Test
  void leavesOutWhatBreaksARuleWhenDataIsRefreshed() {
    TokenId id = id(NOTES, POLICY);

    Atm.Reply reply =
        phone.ask(
            update(
                id,
                UpdateHapInfoParams.RELEASE.refreshing(),
                HapPolicyParams.requesting(TOO_HIGH, CAMERA)));

    assertThat(reply).isEqualTo(new TokenReply.TokenUpdated());
    assertThat(phone.state().token(id).orElseThrow().permissions())
        .containsOnlyKeys(new PermissionName(CAMERA));
  }

  @Test
  void grantsAgainWithEachDebugBuildThatGrantsAndResetsWithTheRelease() {
    TokenId id = id(NOTES, POLICY);
    update(id, UpdateHapInfoParams.RELEASE.asDebug(), true);
    assertThat(held(id, CAMERA)).isEqualTo(new GrantState(true, 2));

    phone.ask(new Atm.Command.Revoke(identity(0), new PermissionName(CAMERA), 2));
    update(id, UpdateHapInfoParams.RELEASE.asDebug(), true);
    assertThat(held(id, CAMERA)).isEqualTo(new GrantState(true, 2));

    update(id, UpdateHapInfoParams.RELEASE.asDebug(), false);
    assertThat(held(id, CAMERA)).isEqualTo(new GrantState(true, 2));

    update(id, UpdateHapInfoParams.RELEASE, false);
    assertThat(held(id, CAMERA)).isEqualTo(GrantState.NEVER_DECIDED);
  }

  @Test
  void keepsTheRestrictionOfAUserPolicyThroughAnUpdate() {
    TokenId id = id(NOTES, POLICY);
    phone.whereNotesHolds("CAMERA", new GrantState(true, 514));

    phone.ask(update(id, UpdateHapInfoParams.RELEASE, POLICY));

    assertThat(held(id, CAMERA)).isEqualTo(new GrantState(true, 514));
  }

  @Test
  void startsASandboxAsItsAppStandsButForWhatItMayNotHold() {
    id(NOTES, HapPolicyParams.requesting(CAMERA, INTERNET));
    phone.ask(new Atm.Command.Grant(identity(0), new PermissionName(CAMERA), 2));

    TokenId id = id(NOTES.asInstance(1, DlpType.READ.code()), HapPolicyParams.requesting());

    assertThat(id.isDlp()).isTrue();
    assertThat(id.isClone()).isFalse();
    assertThat(held(id, CAMERA)).isEqualTo(new GrantState(true, 2));
    assertThat(held(id, INTERNET)).isEqualTo(new GrantState(false, 4));
    phone.ask(update(id, UpdateHapInfoParams.RELEASE, POLICY));
    assertThat(held(id, INTERNET)).isEqualTo(new GrantState(false, 4));
  }

  @Test
  void holdsWhatASandboxTakesOverToItsOwnLevel() {
    id(NOTES, HapPolicyParams.requesting(TOO_HIGH).withApl(3));

    assertThat(
            phone.ask(
                new TokenCommand.InitHapToken(
                    MANAGER, NOTES.asInstance(1, 4), HapPolicyParams.requesting())))
        .isEqualTo(new Atm.Reply.InstallRefused(new PermissionName(TOO_HIGH), RefusalRule.ACL));
  }

  @ParameterizedTest(name = "{0}: all {1}, full control {2}, none {3}")
  @CsvSource({
    "COMMON, true, true, true",
    "READ, true, false, false",
    "FULL_CONTROL, true, true, false",
    "READ_PERM, true, false, true",
    "FULL_PERM, true, true, true"
  })
  void holdsSandboxesToTheirRanges(DlpType type, boolean all, boolean fullControl, boolean none) {
    assertThat(type.allows(new PermissionName(CAMERA))).isEqualTo(all);
    assertThat(type.allows(new PermissionName(PRINT))).isEqualTo(fullControl);
    assertThat(type.allows(PermissionName.DISTRIBUTED_DATASYNC)).isEqualTo(none);
  }

  @Test
  void countsAnAppAndItsSandboxesAsSiblingsAndLeavesClonesOut() {
    id(NOTES, POLICY);
    id(NOTES.asInstance(1, 0), POLICY);
    id(NOTES.asInstance(2, 1), POLICY);
    id(NOTES.asInstance(3, 2), POLICY);
    id(NOTES.ofUser(101), POLICY);

    assertThat(instances(token(0))).containsExactly(2, 3);
    assertThat(instances(token(2))).containsExactly(0, 3);
    assertThat(instances(token(1))).isEmpty();
    assertThat(token(1).tokenId().isClone()).isTrue();
    assertThat(DlpSiblings.typeOf(phone.state(), identity(3))).isEqualTo(DlpType.FULL_CONTROL);
  }

  @Test
  void grantsAProcessWhatIsInItsListAndNothingElse() {
    TokenId id = process(NativeTokenInfoParams.of("foundation", CAMERA));

    assertThat(id.type()).isEqualTo(TokenType.NATIVE);
    assertThat(verify(id, CAMERA)).isTrue();
    assertThat(verify(id, INTERNET)).isFalse();
    assertThat(process(NativeTokenInfoParams.of("foundation", INTERNET))).isEqualTo(id);
    assertThat(verify(id, CAMERA)).isFalse();
    assertThat(phone.ask(new TokenQuery.GetNativeTokenId("foundation")))
        .isEqualTo(new TokenReply.IdTold(id));
    assertThat(phone.ask(new TokenQuery.GetNativeTokenId("other")))
        .isEqualTo(new TokenReply.IdTold(TokenId.INVALID));
    assertThat(phone.ask(new TokenQuery.GetNativeTokenInfo("foundation")))
        .isEqualTo(
            new TokenReply.NativeTokenInfoTold(
                Optional.ofNullable(phone.state().processes().get("foundation"))));
    assertThat(phone.ask(new TokenQuery.GetNativeTokenInfo("other")))
        .isEqualTo(new TokenReply.NativeTokenInfoTold(Optional.empty()));
  }

  @Test
  void givesTheShellATokenOfItsOwnType() {
    Atm.Reply reply =
        phone.ask(new TokenCommand.AddShellToken(NativeTokenInfoParams.of("hdcd", CAMERA)));

    TokenId id = ((TokenReply.IdTold) reply).tokenId();
    assertThat(phone.ask(new TokenQuery.GetTokenType(id)))
        .isEqualTo(new TokenReply.TypeTold(TokenType.SHELL));
    assertThat(verify(id, CAMERA)).isTrue();
  }

  @Test
  void refusesAProcessOutOfItsLimits() {
    List<String> none = List.of();
    String level = "system_basic";
    for (NativeTokenInfoParams wrong :
        List.of(
            NativeTokenInfoParams.of(""),
            NativeTokenInfoParams.of("x".repeat(257)),
            NativeTokenInfoParams.of("p", ""),
            NativeTokenInfoParams.of("p", "x".repeat(257)),
            new NativeTokenInfoParams("p", none, none, none, "core"),
            new NativeTokenInfoParams("p", Collections.nCopies(33, "d"), none, none, level),
            new NativeTokenInfoParams("p", List.of("d".repeat(1025)), none, none, level),
            new NativeTokenInfoParams("p", none, Collections.nCopies(1025, "a.b"), none, level))) {
      assertThat(phone.ask(new TokenCommand.AddNativeToken(wrong)))
          .isEqualTo(refused(AtmRefusal.PARAMS_OUT_OF_RANGE));
    }
  }

  @Test
  void deniesWhateverIsWrongWithAVerificationAndNeverFails() {
    TokenId id = id(NOTES, POLICY);

    assertThat(verify(id, INTERNET)).isTrue();
    assertThat(verify(id.render(), INTERNET)).isFalse();
    assertThat(verify(TokenId.INVALID, INTERNET)).isFalse();
    assertThat(verify(new TokenId(-1), INTERNET)).isFalse();
    assertThat(verify(id, "")).isFalse();
    assertThat(verify(id, "x".repeat(257))).isFalse();
    assertThat(verify(id, "ohos.permission.NONSENSE")).isFalse();
    assertThat(verify(id, CAMERA)).isFalse();
  }

  @Test
  void tellsOnlyOfAppsThatAreThere() {
    TokenId id = id(NOTES, POLICY);
    TokenId process = process(NativeTokenInfoParams.of("foundation"));

    assertThat(phone.ask(new TokenQuery.GetHapTokenInfo(id)))
        .isInstanceOf(TokenReply.HapTokenInfoTold.class);
    assertThat(phone.ask(new TokenQuery.GetHapTokenInfo(id.render())))
        .isEqualTo(refused(AtmRefusal.NO_SUCH_TOKENID));
    assertThat(phone.ask(new TokenQuery.GetHapTokenInfo(process)))
        .isEqualTo(refused(AtmRefusal.NOT_AN_APPS_TOKENID));
    assertThat(fullId(100, "com.example.notes", 0)).isEqualTo(Integer.toUnsignedLong(id.value()));
    assertThat(fullId(100, "com.example.notes", 1)).isZero();
    assertThat(fullId(-1, "com.example.notes", 0)).isZero();
    assertThat(fullId(100, "", -1)).isZero();
  }

  @Test
  void tellsTheValueOfAPermissionThatComesWithOne() {
    TreeMap<String, String> values = new TreeMap<>(java.util.Map.of(DRIVERS, "usb", CAMERA, "no"));
    TokenId id =
        id(NOTES, HapPolicyParams.requesting(CAMERA, DRIVERS).withApl(3).withValues(values));
    TokenId without = id(NOTES.ofUser(101), HapPolicyParams.requesting(DRIVERS).withApl(3));

    assertThat(value(id, DRIVERS)).isEqualTo(new TokenReply.ValueTold("usb"));
    assertThat(value(without, DRIVERS)).isEqualTo(new TokenReply.ValueTold(""));
    assertThat(value(id, CAMERA)).isEqualTo(refused(AtmRefusal.BEARS_NO_VALUE));
    assertThat(AtmRefusal.BEARS_NO_VALUE.error().innerCode()).isEqualTo(12100031);
    assertThat(value(id, INTERNET)).isEqualTo(refused(AtmRefusal.UNDEFINED));
    assertThat(value(TokenId.INVALID, CAMERA)).isEqualTo(refused(AtmRefusal.PARAMS_OUT_OF_RANGE));
    assertThat(value(new TokenId(7), CAMERA)).isEqualTo(refused(AtmRefusal.NO_SUCH_TOKENID));
  }

  @Test
  void tellsWhatThePlatformDefines() {
    assertThat(phone.ask(new TokenQuery.GetDefPermission(CAMERA)))
        .isInstanceOf(TokenReply.DefinitionTold.class);
    assertThat(phone.ask(new TokenQuery.GetDefPermission("")))
        .isEqualTo(refused(AtmRefusal.PARAMS_OUT_OF_RANGE));
    assertThat(phone.ask(new TokenQuery.GetDefPermission("ohos.permission.NONSENSE")))
        .isEqualTo(refused(AtmRefusal.UNDEFINED));
  }

  private void update(TokenId id, UpdateHapInfoParams info, boolean debugGrant) {
    assertThat(phone.ask(update(id, info, POLICY.withDebugGrant(debugGrant))))
        .isEqualTo(new TokenReply.TokenUpdated());
  }

  private static TokenCommand update(TokenId id, UpdateHapInfoParams info, HapPolicyParams policy) {
    return new TokenCommand.UpdateHapToken(MANAGER, id, info, policy);
  }

  private TokenId id(HapInfoParams info, HapPolicyParams policy) {
    Atm.Reply reply = phone.ask(new TokenCommand.InitHapToken(MANAGER, info, policy));
    return ((Atm.Reply.Installed) reply).tokenId();
  }

  private TokenId process(NativeTokenInfoParams params) {
    return ((TokenReply.IdTold) phone.ask(new TokenCommand.AddNativeToken(params))).tokenId();
  }

  private boolean verify(TokenId id, String name) {
    Atm.Reply reply = phone.ask(new TokenQuery.VerifyAccessToken(id, name));
    return ((TokenReply.VerifyAnswered) reply).granted();
  }

  private long fullId(int user, String bundle, int instance) {
    Atm.Reply reply = phone.ask(new TokenQuery.GetHapTokenId(user, bundle, instance));
    return ((TokenReply.FullIdTold) reply).tokenId().value();
  }

  private Atm.Reply value(TokenId id, String name) {
    return phone.ask(new TokenQuery.GetReqPermissionByName(id, name));
  }

  private GrantState held(TokenId id, String name) {
    return phone.state().token(id).orElseThrow().stateOf(new PermissionName(name)).orElseThrow();
  }

  private HapToken token(int instance) {
    return phone.state().token(identity(instance)).orElseThrow();
  }

  private List<Integer> instances(HapToken token) {
    return DlpSiblings.of(phone.state(), token).stream()
        .map(other -> other.identity().instIndex())
        .toList();
  }

  private static TokenIdentity identity(int instance) {
    return new TokenIdentity(Phone.NOTES.bundle(), UserId.FIRST, instance);
  }

  private static Atm.Reply refused(AtmRefusal why) {
    return new Atm.Reply.Refused(why);
  }
}
