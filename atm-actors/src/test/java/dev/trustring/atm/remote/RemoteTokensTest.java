package dev.trustring.atm.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmError;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.DlpType;
import dev.trustring.atm.token.FullTokenId;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemoteTokensTest {
  private static final TokenId REMOTE = TokenId.hap(7, false);
  private static final PermissionName SYNC = PermissionName.DISTRIBUTED_DATASYNC;
  private static final PermissionName CAMERA = PermissionName.of("CAMERA");
  private static final long DRAW = 123_456_789_123_456_789L;

  @Test
  void givesARemoteTokenAnIdOfItsOwnWithTheSameBits() {
    TokenId clone = TokenId.hap(7, true);

    TokenId mapped = known(info(clone, 0)).find("phone", clone).orElseThrow();

    assertThat(mapped).isNotEqualTo(clone);
    assertThat(mapped.isClone()).isTrue();
    assertThat(mapped.type()).isEqualTo(clone.type());
    assertThat(mapped.version()).isEqualTo(1);
  }

  @Test
  void drawsAgainWhenTheNumberIsTaken() {
    TokenId first = mapped(known(info(REMOTE, 0)));

    RemoteTokens other =
        RemoteTokens.NONE.set("phone", info(REMOTE, 0), DRAW, first::equals).after();

    assertThat(mapped(other)).isNotEqualTo(first);
    assertThat(RemoteTokens.NONE.set("phone", info(REMOTE, 0), DRAW, id -> true).error())
        .hasValue(AtmError.TOKEN_MAP_FAILED);
  }

  @Test
  void keepsTheIdAndReplacesTheStatesWhenItIsToldAgain() {
    RemoteTokens granted = known(info(REMOTE, 0));
    TokenId id = mapped(granted);
    assertThat(verify(granted, id, SYNC)).isTrue();

    RemoteTokens revoked = granted.set("phone", info(REMOTE, -1), 99, none -> false).after();

    assertThat(mapped(revoked)).isEqualTo(id);
    assertThat(verify(revoked, id, SYNC)).isFalse();
  }

  @Test
  void keepsTheSameIdOfTwoDevicesApart() {
    RemoteTokens both = known(info(REMOTE, 0)).set("tv", info(REMOTE, -1), 5, id -> false).after();

    assertThat(both.find("tv", REMOTE)).isPresent().isNotEqualTo(both.find("phone", REMOTE));
    assertThat(verify(both, mapped(both), SYNC)).isTrue();
  }

  @Test
  void refusesTokensThatAreNoneOfAnApp() {
    for (HapTokenInfoForSync bad :
        List.of(
            info(2, REMOTE, 100, "com.example.notes", 0),
            info(1, TokenId.INVALID, 100, "com.example.notes", 0),
            info(1, new TokenId(0x28000001), 100, "com.example.notes", 0),
            info(1, REMOTE, -1, "com.example.notes", 0),
            info(1, REMOTE, 100, "", 0),
            info(1, REMOTE, 100, "b".repeat(257), 0),
            info(1, REMOTE, 100, "com.example.notes", 5))) {
      assertThat(RemoteTokens.NONE.set("phone", bad, DRAW, id -> false).error())
          .as("%s", bad)
          .hasValue(AtmError.IDENTITY_CHECK_FAILED);
    }
    assertThat(RemoteTokens.NONE.set("", info(REMOTE, 0), DRAW, id -> false).error())
        .hasValue(AtmError.IDENTITY_CHECK_FAILED);
    assertThat(RemoteTokens.NONE.set("d".repeat(257), info(REMOTE, 0), DRAW, id -> false).error())
        .hasValue(AtmError.IDENTITY_CHECK_FAILED);
  }

  @Test
  void takesTheLowestUserAndTheHighestTypeOfSandbox() {
    HapTokenInfoForSync lowest = info(1, REMOTE, 0, "com.example.notes", 4);

    assertThat(RemoteTokens.NONE.set("phone", lowest, DRAW, id -> false).error()).isEmpty();
  }

  @Test
  void believesStatesAndFlagsAsTheyAreTold() {
    assertThat(verified(new PermissionStateForSync(SYNC.value(), 0, 512))).isFalse();
    assertThat(verified(new PermissionStateForSync(SYNC.value(), -1, 16))).isTrue();
    assertThat(verified(new PermissionStateForSync(SYNC.value(), 0, 11))).isTrue();
    assertThat(verified(new PermissionStateForSync(SYNC.value(), -1, 2))).isFalse();
    assertThat(verified(new PermissionStateForSync(CAMERA.value(), 0, 2))).isFalse();
  }

  @Test
  void grantsNoNameThatThisDeviceDoesNotDefine() {
    PermissionName unknown = new PermissionName("ohos.permission.NO_SUCH");
    RemoteTokens told = known(with(new PermissionStateForSync(unknown.value(), 0, 2)));

    assertThat(verify(told, mapped(told), unknown)).isFalse();
  }

  @Test
  void takesAListThatIsTooLongForAnEmptyOne() {
    List<PermissionStateForSync> many =
        IntStream.rangeClosed(0, 1024)
            .mapToObj(n -> new PermissionStateForSync(SYNC.value(), 0, 2))
            .toList();
    HapTokenInfoForSync info =
        new HapTokenInfoForSync(1, REMOTE, 0, 100, "com.example.notes", 0, 0, many);

    assertThat(info.permStateList()).isEmpty();
  }

  @Test
  void forgetsATokenThatIsDeleted() {
    RemoteTokens told = known(info(REMOTE, 0));
    TokenId id = mapped(told);

    RemoteTokens.Outcome deleted = told.delete("phone", REMOTE);

    assertThat(deleted.error()).isEmpty();
    assertThat(deleted.after()).isEqualTo(RemoteTokens.NONE);
    assertThat(verify(deleted.after(), id, SYNC)).isFalse();
    assertThat(deleted.after().delete("phone", REMOTE).error()).hasValue(AtmError.TOKEN_MAP_FAILED);
    assertThat(told.delete("", REMOTE).error()).hasValue(AtmError.PARAM_INVALID);
  }

  @Test
  void saysWhenAMappedTokenHasNoData() {
    RemoteTokens told = known(info(REMOTE, 0));
    RemoteTokens broken = new RemoteTokens(told.devices(), new TreeMap<>(), told.observed());

    assertThat(broken.delete("phone", REMOTE).error()).hasValue(AtmError.TOKEN_INVALID);
  }

  @Test
  void forgetsAllTokensOfADevice() {
    RemoteTokens three =
        known(info(REMOTE, 0))
            .set("phone", info(TokenId.hap(8, false), 0), 5, id -> false)
            .after()
            .set("tv", info(REMOTE, 0), 6, id -> false)
            .after();

    RemoteTokens.Outcome gone = three.deleteDevice("phone");

    assertThat(gone.error()).isEmpty();
    assertThat(gone.after().tokens()).hasSize(1);
    assertThat(gone.after().find("tv", REMOTE)).isPresent();
    assertThat(gone.after().deleteDevice("phone").error()).hasValue(AtmError.DEVICE_NOT_EXIST);
    assertThat(three.deleteDevice("").error()).hasValue(AtmError.PARAM_INVALID);
  }

  @Test
  void tellsOfAnOwnAppAndRemembersThatItDid() {
    HapTokenInfoForSync own = own(new GrantState(true, 8 | 2));

    RemoteTokens.Export export = RemoteTokens.NONE.export(REMOTE, Optional.of(own));

    assertThat(export.error()).isEmpty();
    assertThat(export.info().orElseThrow().permStateList())
        .containsExactly(new PermissionStateForSync(SYNC.value(), 0, 10));
    assertThat(export.info().orElseThrow().tokenAttr()).isEqualTo(1);
    assertThat(export.after().observed()).containsExactly(REMOTE);
    assertThat(export.after().unobserved(REMOTE).observed()).isEmpty();
  }

  @Test
  void tellsNothingOfNobodyOrOfAnotherDevicesApp() {
    RemoteTokens told = known(info(REMOTE, 0));

    assertThat(told.export(TokenId.INVALID, Optional.empty()).error())
        .hasValue(AtmError.PARAM_INVALID);
    assertThat(told.export(REMOTE, Optional.empty()).error())
        .hasValue(AtmError.IDENTITY_CHECK_FAILED);
    assertThat(told.export(mapped(told), Optional.of(own(GrantState.NEVER_DECIDED))).error())
        .hasValue(AtmError.IDENTITY_CHECK_FAILED);
    assertThat(told.observed()).isEmpty();
  }

  @Test
  void isATokenLikeAnyOtherWithWhatTravels() {
    RemoteTokens told =
        known(
            new HapTokenInfoForSync(
                1,
                REMOTE,
                11,
                101,
                "com.example.notes",
                2,
                4,
                List.of(
                    new PermissionStateForSync(SYNC.value(), 0, 10),
                    new PermissionStateForSync(SYNC.value(), -1, 2),
                    new PermissionStateForSync("", 0, 2),
                    new PermissionStateForSync("ohos.permission.NO_SUCH", 0, 2))));
    TokenId id = mapped(told);

    HapToken token = told.token(id, PermissionCatalogue.standard()).orElseThrow();

    assertThat(token.tokenId()).isEqualTo(id);
    assertThat(token.identity())
        .isEqualTo(new TokenIdentity(new BundleName("com.example.notes"), new UserId(101), 2));
    assertThat(token.permissions()).hasSize(1).containsEntry(SYNC, new GrantState(true, 10));
    assertThat(FullTokenId.of(token, told.details(id)).attributes()).isEqualTo(11);
    assertThat(told.details(id).dlpType()).isEqualTo(DlpType.FULL_PERM);
    assertThat(HapTokenInfoForSync.of(token, told.details(id)).dlpType()).isEqualTo(4);
    assertThat(told.token(REMOTE, PermissionCatalogue.standard())).isEmpty();
  }

  @Test
  void takesAnInstanceThatNoAppCanHaveForTheFirst() {
    RemoteTokens told =
        known(new HapTokenInfoForSync(1, REMOTE, 0, 100, "com.example.notes", -7, 0, List.of()));

    assertThat(told.token(mapped(told), PermissionCatalogue.standard()).orElseThrow().identity())
        .isEqualTo(TokenIdentity.of("com.example.notes"));
  }

  @Test
  void showsTheRemoteAppsAttributesInTheUpperHalfOfTheFullId() {
    RemoteTokens told =
        known(new HapTokenInfoForSync(1, REMOTE, 9, 100, "com.example.notes", 0, 0, List.of()));
    TokenId id = mapped(told);

    assertThat(told.fullId(id)).isEqualTo(9L << 32 | id.value());
  }

  @Test
  void takesAListAndNamesThatAreJustShortEnough() {
    List<PermissionStateForSync> many =
        Collections.nCopies(1024, new PermissionStateForSync(SYNC.value(), 0, 2));
    HapTokenInfoForSync longest =
        new HapTokenInfoForSync(1, REMOTE, 0, 0, "b".repeat(256), 0, 4, many);

    assertThat(longest.permStateList()).hasSize(1024);
    assertThat(RemoteTokens.NONE.set("d".repeat(256), longest, DRAW, id -> false).error())
        .isEmpty();
  }

  @Test
  void findsAnAppByItsBundleItsUserAndItsInstance() {
    RemoteTokens told = RemoteTokens.NONE;
    for (HapTokenInfoForSync info :
        List.of(app(1, "a.b.c", 100, 0), app(2, "a.b.d", 100, 0), app(3, "a.b.d", 101, 1))) {
      told = told.set("phone", info, DRAW + info.tokenId().value(), id -> false).after();
    }

    assertThat(told.find("phone", identity("a.b.d", 100, 0)))
        .isEqualTo(told.find("phone", TokenId.hap(2, false)))
        .isPresent();
    assertThat(told.find("phone", identity("a.b.d", 101, 1)))
        .isEqualTo(told.find("phone", TokenId.hap(3, false)))
        .isPresent();
    assertThat(told.find("phone", identity("a.b.d", 101, 0))).isEmpty();
    assertThat(told.find("phone", identity("a.b.c", 101, 0))).isEmpty();
    assertThat(told.find("tv", identity("a.b.c", 100, 0))).isEmpty();
  }

  @Test
  void numbersItsStatusesAsThePlatformDoes() {
    assertThat(Arrays.stream(SyncStatus.values()).map(SyncStatus::number))
        .containsExactly(0, -1, -2, -14, 100_001);
  }

  private static HapTokenInfoForSync app(int id, String bundle, int user, int instance) {
    return new HapTokenInfoForSync(
        1, TokenId.hap(id, false), 0, user, bundle, instance, 0, List.of());
  }

  private static TokenIdentity identity(String bundle, int user, int instance) {
    return new TokenIdentity(new BundleName(bundle), new UserId(user), instance);
  }

  private static boolean verified(PermissionStateForSync state) {
    RemoteTokens told = known(with(state));
    return verify(told, mapped(told), SYNC);
  }

  private static boolean verify(RemoteTokens tokens, TokenId id, PermissionName name) {
    return tokens.verify(id, name, PermissionCatalogue.standard());
  }

  private static TokenId mapped(RemoteTokens tokens) {
    return tokens.find("phone", REMOTE).orElseThrow();
  }

  private static RemoteTokens known(HapTokenInfoForSync info) {
    RemoteTokens.Outcome outcome = RemoteTokens.NONE.set("phone", info, DRAW, id -> false);
    assertThat(outcome.error()).isEmpty();
    return outcome.after();
  }

  private static HapTokenInfoForSync info(TokenId id, int status) {
    return new HapTokenInfoForSync(
        1,
        id,
        0,
        100,
        "com.example.notes",
        0,
        0,
        List.of(new PermissionStateForSync(SYNC.value(), status, 2)));
  }

  private static HapTokenInfoForSync with(PermissionStateForSync state) {
    return new HapTokenInfoForSync(1, REMOTE, 0, 100, "com.example.notes", 0, 0, List.of(state));
  }

  private static HapTokenInfoForSync info(
      int version, TokenId id, int user, String bundle, int dlpType) {
    return new HapTokenInfoForSync(version, id, 0, user, bundle, 0, dlpType, List.of());
  }

  private static HapTokenInfoForSync own(GrantState state) {
    TreeMap<PermissionName, GrantState> permissions = new TreeMap<>();
    permissions.put(SYNC, state);
    return HapTokenInfoForSync.of(
        new HapToken(
            TokenIdentity.of("com.example.notes"),
            REMOTE,
            ProvisionProfile.ORDINARY.withSystemApp(true),
            permissions),
        HapDetails.ORDINARY);
  }
}
