package dev.trustring.atm.ipc;

import static dev.trustring.atm.ipc.IpcCode.ACCESS_DENIED;
import static dev.trustring.atm.ipc.IpcCode.INVALID_UID;
import static dev.trustring.atm.ipc.IpcCode.NO_POLICY_SET;
import static dev.trustring.atm.ipc.IpcCode.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpcAuthTest {
  private static final IpcAuth.Endpoint BMS = at("bundlems", "BmsFeature");
  private static final IpcAuth.Endpoint BMS_INNER = at("bundlems", "BmsInnerFeature");
  private static final IpcAuth.Endpoint SPAWN = new IpcAuth.Endpoint("appspawn", Optional.empty());

  private final IpcAuth auth = ofSystem(IpcAuth.EmptySlots.MATCH_UID_ZERO);

  @Test
  void numbersItsCodesAsThePlatformDoes() {
    assertThat(Arrays.stream(IpcCode.values()).map(IpcCode::number))
        .containsExactly(0, -1, -2, -3, 100, 101, 102, 103, 104);
  }

  @Test
  void letsARangeOfUidsPassBothEndsIncluded() {
    IpcAuth range = with(FeaturePolicy.of("f", new IpcPolicy.Range(100, 110)));

    assertThat(range.isAllowed(at("s", "f"), 99)).isEqualTo(ACCESS_DENIED);
    assertThat(range.isAllowed(at("s", "f"), 100)).isEqualTo(SUCCESS);
    assertThat(range.isAllowed(at("s", "f"), 110)).isEqualTo(SUCCESS);
    assertThat(range.isAllowed(at("s", "f"), 111)).isEqualTo(ACCESS_DENIED);
    assertThat(range.isAllowed(at("s", "f"), -1)).isEqualTo(ACCESS_DENIED);
  }

  @Test
  void letsListedUidsPass() {
    IpcAuth fixed = with(FeaturePolicy.of("f", IpcPolicy.Fixed.of(2, 3, 8)));

    assertThat(IntStream.rangeClosed(1, 9).filter(uid -> allows(fixed, uid)))
        .containsExactly(2, 3, 8);
  }

  @Test
  void letsUidZeroPassAPolicyWithAnEmptySlotAsThePlatformDoes() {
    assertThat(allows(with(FeaturePolicy.of("f", IpcPolicy.Fixed.of(7))), 0)).isTrue();
    assertThat(allows(with(FeaturePolicy.of("f", IpcPolicy.Fixed.of(1, 2, 3, 4, 5, 6, 7, 8))), 0))
        .isFalse();
  }

  @Test
  void canBeToldToMendTheEmptySlots() {
    IpcAuth mended = ofSystem(IpcAuth.EmptySlots.MATCH_NOTHING);

    assertThat(auth.isAllowed(SPAWN, 0)).isEqualTo(SUCCESS);
    assertThat(mended.isAllowed(SPAWN, 0)).isEqualTo(ACCESS_DENIED);
    assertThat(mended.isAllowed(SPAWN, 7)).isEqualTo(SUCCESS);
  }

  @Test
  void takesAtMostEightUidsAndEightPolicies() {
    assertThatThrownBy(() -> IpcPolicy.Fixed.of(1, 2, 3, 4, 5, 6, 7, 8, 9))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new FeaturePolicy(
                    Optional.of("f"), Collections.nCopies(9, new IpcPolicy.Range(0, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void letsTheAppOfABundleNamePass() {
    IpcAuth bundle =
        new IpcAuth(
            List.of(table(FeaturePolicy.of("f", new IpcPolicy.BundleName("OHOS")))),
            IpcAuth.EmptySlots.MATCH_UID_ZERO,
            name -> name.equals("OHOS") ? OptionalInt.of(1000) : OptionalInt.empty());
    IpcAuth without = with(FeaturePolicy.of("f", new IpcPolicy.BundleName("OHOS")));

    assertThat(allows(bundle, 1000)).isTrue();
    assertThat(allows(bundle, 1001)).isFalse();
    assertThat(allows(without, 0)).isFalse();
    assertThat(bundle.strategy(at("s", "f"), 7).policies())
        .containsExactly(new PolicyTrans(3, 0, 0, List.of(1000, 0, 0, 0, 0, 0, 0, 0)));
    assertThat(without.strategy(at("s", "f"), 7).policies().get(0).fixedUid().get(0)).isZero();
  }

  @Test
  void tellsAServiceThatRegistersItsPolicies() {
    IpcAuth.Strategy strategy = auth.strategy(BMS, 7);

    assertThat(strategy.code()).isEqualTo(SUCCESS);
    assertThat(strategy.policies())
        .containsExactly(
            new PolicyTrans(2, 0, 0, List.of(2, 3, 8, 0, 0, 0, 0, 0)),
            new PolicyTrans(1, 100, Integer.MAX_VALUE, Collections.nCopies(8, 0)));
  }

  @Test
  void letsOnlyProcessesOfTheSystemRegister() {
    List<Integer> registrants =
        IntStream.rangeClosed(-1, 4000)
            .filter(uid -> auth.strategy(BMS, uid).code() != INVALID_UID)
            .boxed()
            .toList();

    assertThat(registrants).containsExactly(0, 1, 2, 6, 7, 8, 9, 10, 11, 12, 19, 20, 3046);
  }

  @Test
  void hasNoPoliciesForWhatNoTableNames() {
    assertThat(auth.strategy(at("nobody", "f"), 7).code()).isEqualTo(NO_POLICY_SET);
    assertThat(auth.strategy(at("bundlems", "f"), 7).code()).isEqualTo(NO_POLICY_SET);
    assertThat(with(FeaturePolicy.of("f")).strategy(at("s", "f"), 7).code())
        .isEqualTo(NO_POLICY_SET);
    assertThat(auth.isAllowed(at("nobody", "f"), 7)).isEqualTo(ACCESS_DENIED);
  }

  @Test
  void takesThePoliciesOfTheFirstTableThatHasTheService() {
    PolicyTable first = table(FeaturePolicy.of("f", new IpcPolicy.Range(1, 1)));
    PolicyTable later =
        table(
            FeaturePolicy.of("f", new IpcPolicy.Range(2, 2)),
            FeaturePolicy.of("g", new IpcPolicy.Range(2, 2)));
    IpcAuth both = with(first, later);

    assertThat(both.strategy(at("s", "f"), 7).policies()).containsExactly(PolicyTrans.range(1, 1));
    assertThat(both.strategy(at("s", "g"), 7).code()).isEqualTo(NO_POLICY_SET);
  }

  @Test
  void asksALaterTableIfAnEarlierOneDoesNotAllow() {
    PolicyTable first = table(FeaturePolicy.of("f", new IpcPolicy.Range(1, 1)));
    PolicyTable later = table(FeaturePolicy.of("f", new IpcPolicy.Range(2, 2)));

    assertThat(allows(with(first, later), 1)).isTrue();
    assertThat(allows(with(first, later), 2)).isTrue();
    assertThat(allows(with(first, later), 3)).isFalse();
  }

  @Test
  void looksOnlyAtTheFirstEntryOfAServiceAndOfAFeature() {
    FeaturePolicy one = FeaturePolicy.of("f", new IpcPolicy.Range(1, 1));
    FeaturePolicy two = FeaturePolicy.of("f", new IpcPolicy.Range(2, 2));
    PolicyTable twoServices =
        new PolicyTable(List.of(PolicySetting.of("s", one), PolicySetting.of("s", two)));

    assertThat(allows(with(table(one, two)), 2)).isFalse();
    assertThat(allows(with(twoServices), 2)).isFalse();
  }

  @Test
  void letsAMissingFeatureMatchNothingElse() {
    assertThat(auth.isAllowed(SPAWN, 7)).isEqualTo(SUCCESS);
    assertThat(auth.isAllowed(at("appspawn", "f"), 7)).isEqualTo(ACCESS_DENIED);
    assertThat(auth.isAllowed(new IpcAuth.Endpoint("bundlems", Optional.empty()), 2))
        .isEqualTo(ACCESS_DENIED);
  }

  @Test
  void keepsTheInnerFeatureOfTheBundleManagerFromApps() {
    assertThat(auth.isAllowed(BMS, 1000)).isEqualTo(SUCCESS);
    assertThat(auth.isAllowed(BMS_INNER, 1000)).isEqualTo(ACCESS_DENIED);
    assertThat(auth.isAllowed(BMS_INNER, 999)).isEqualTo(SUCCESS);
    assertThat(auth.isAllowed(BMS_INNER, 50)).isEqualTo(ACCESS_DENIED);
  }

  @Test
  void bringsThePresetsOfThePlatform() {
    assertThat(auth.isAllowed(at("permissionms", "PmsFeature"), 5000)).isEqualTo(SUCCESS);
    assertThat(auth.isAllowed(at("permissionms", "PmsInnerFeature"), 1000))
        .isEqualTo(ACCESS_DENIED);
    assertThat(auth.isAllowed(at("abilityms", "AmsInnerFeature"), 2)).isEqualTo(SUCCESS);
    assertThat(auth.isAllowed(at("abilityms", "AmsInnerFeature"), 7)).isEqualTo(ACCESS_DENIED);
    assertThat(auth.isAllowed(new IpcAuth.Endpoint("devauth_svc", Optional.empty()), 1000))
        .isEqualTo(ACCESS_DENIED);
    assertThat(auth.isAllowed(new IpcAuth.Endpoint("WMS", Optional.empty()), 7)).isEqualTo(SUCCESS);
    assertThat(auth.isAllowed(at("regSvc1", "feature1"), 85)).isEqualTo(SUCCESS);
    assertThat(auth.isAllowed(at("regSvc1", "feature2"), 110)).isEqualTo(SUCCESS);
  }

  @Test
  void registersAFeatureOnlyWithPoliciesAndAsksThemWhenItIsCalled() {
    Samgr.Registration registered = Samgr.EMPTY.register(auth, BMS, 7);
    Samgr samgr = registered.samgr();

    assertThat(registered.code()).isEqualTo(SUCCESS);
    assertThat(samgr.call(auth, BMS, 1000)).hasValue(SUCCESS);
    assertThat(samgr.call(auth, BMS, 50)).hasValue(ACCESS_DENIED);
    assertThat(samgr.call(auth, BMS_INNER, 2)).isEmpty();
    assertThat(samgr.register(auth, at("mine", "f"), 7).code()).isEqualTo(NO_POLICY_SET);
    assertThat(samgr.register(auth, BMS_INNER, 1000))
        .isEqualTo(new Samgr.Registration(samgr, INVALID_UID));
  }

  private static IpcAuth ofSystem(IpcAuth.EmptySlots emptySlots) {
    return IpcAuth.ofSystem(emptySlots, bundle -> OptionalInt.empty());
  }

  private static boolean allows(IpcAuth auth, int uid) {
    return auth.isAllowed(at("s", "f"), uid) == SUCCESS;
  }

  private static IpcAuth.Endpoint at(String service, String feature) {
    return new IpcAuth.Endpoint(service, Optional.of(feature));
  }

  private static PolicyTable table(FeaturePolicy... features) {
    return new PolicyTable(List.of(PolicySetting.of("s", features)));
  }

  private static IpcAuth with(FeaturePolicy... features) {
    return with(table(features));
  }

  private static IpcAuth with(PolicyTable... tables) {
    return new IpcAuth(
        List.of(tables), IpcAuth.EmptySlots.MATCH_UID_ZERO, bundle -> OptionalInt.empty());
  }

  @Test
  void takesEightPoliciesOfAFeature() {
    FeaturePolicy full =
        new FeaturePolicy(Optional.of("f"), Collections.nCopies(8, new IpcPolicy.Range(0, 1)));

    assertThat(full.policies()).hasSize(8);
  }

  /** Each preset service or feature with the least uids that pass it, and some that do not. */
  @ParameterizedTest(name = "{0}/{1}: {2}, not {3}")
  @CsvSource({
    "permissionms, PmsFeature, 0 1 2147483647, -1",
    "permissionms, PmsInnerFeature, 0 999, 1000",
    "abilityms, AmsFeature, 0 2147483647, -1",
    "abilityms, AmsInnerFeature, 0 2, 1 3 7",
    "bundlems, BmsFeature, 0 2 3 8 100 2147483647, 1 4 7 99",
    "bundlems, BmsInnerFeature, 0 2 3 8 100 999, 1 4 7 99 1000",
    "softbus_service, , 0 2147483647, -1",
    "devauth_svc, , 0 999, 1000",
    "samgr, , 0 2147483647, -1",
    "appspawn, , 0 7, 1 6 8",
    "WMS, , 0 2 7 100 2147483647, 1 3 6 8 99",
    "IMS, , 0 2 7 100 2147483647, 1 3 6 8 99",
    "bundle_daemon, , 0 7, 1 6 8",
    "regSvc1, feature1, 0 75 85 95 100 110, 74 76 86 96 99 111",
    "regSvc1, feature2, 100 110, 0 75 99 111"
  })
  void letsThoseUidsPassAPresetService(
      String service, @Nullable String feature, String passing, String stopped) {
    IpcAuth.Endpoint endpoint = new IpcAuth.Endpoint(service, Optional.ofNullable(feature));

    assertThat(uids(passing)).allMatch(uid -> auth.isAllowed(endpoint, uid) == SUCCESS);
    assertThat(uids(stopped)).allMatch(uid -> auth.isAllowed(endpoint, uid) == ACCESS_DENIED);
  }

  private static List<Integer> uids(String text) {
    return Arrays.stream(text.split(" ", -1)).map(Integer::valueOf).toList();
  }
}
