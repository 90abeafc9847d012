package dev.trustring.atm.install;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.DistributionType;
import dev.trustring.atm.token.DlpType;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Checks what an installer says, and reads it once it is right (access-token §1.4, §1.5). */
public final class HapParams {
  /** Longest description of an app's id. */
  public static final int APP_ID_DESC_MAX = 10_240;

  /** Longest domain. */
  public static final int DOMAIN_MAX = 256;

  /** Most values of permissions. */
  public static final int VALUES_MAX = 512;

  /** Longest value of a permission. */
  public static final int VALUE_MAX = 1024;

  private static final String DEBUG = "debug";

  private HapParams() {}

  /** Why an installation cannot even be considered; a negative instance counts as out of range. */
  public static Optional<AtmRefusal> refusal(HapInfoParams info, HapPolicyParams policy) {
    boolean right =
        info.userId() >= 0
            && info.instIndex() >= 0
            && isText(info.bundleName(), BundleName.LENGTH_MAX)
            && isText(info.appIdDesc(), APP_ID_DESC_MAX)
            && DlpType.of(info.dlpType()).isPresent()
            && !(info.isRestore() && info.tokenId() == 0)
            && isRight(policy);
    return right ? Optional.empty() : Optional.of(AtmRefusal.PARAMS_OUT_OF_RANGE);
  }

  /** Why an update cannot even be considered. */
  public static Optional<AtmRefusal> refusal(UpdateHapInfoParams info, HapPolicyParams policy) {
    return isText(info.appIdDesc(), APP_ID_DESC_MAX) && isRight(policy)
        ? Optional.empty()
        : Optional.of(AtmRefusal.PARAMS_OUT_OF_RANGE);
  }

  private static boolean isRight(HapPolicyParams policy) {
    return level(policy.apl()).isPresent()
        && isText(policy.domain(), DOMAIN_MAX)
        && policy.aclExtendedMap().size() <= VALUES_MAX
        && policy.aclExtendedMap().values().stream().allMatch(value -> isText(value, VALUE_MAX));
  }

  private static boolean isText(String text, int lengthMax) {
    return !text.isEmpty() && text.length() <= lengthMax;
  }

  private static Optional<Apl> level(int code) {
    return Arrays.stream(Apl.values()).filter(apl -> apl.code() == code).findFirst();
  }

  /** The installation that is meant, its names in the order given; only after {@link #refusal}. */
  public static HapInstall install(HapInfoParams info, HapPolicyParams policy) {
    TokenIdentity identity =
        new TokenIdentity(
            new BundleName(info.bundleName()), new UserId(info.userId()), info.instIndex());
    return new HapInstall(
        identity,
        profile(info, policy),
        policy.permStateList().stream()
            .map(RequestedState::permissionName)
            .filter(PermissionName::isLegal)
            .map(PermissionName::new)
            .distinct()
            .toList(),
        policy.preAuthorizationInfo(),
        policy.isDebugGrant());
  }

  /** The new version that is meant, of an app that is installed. */
  public static HapInstall install(
      TokenIdentity identity, UpdateHapInfoParams info, HapPolicyParams policy) {
    return install(asInfo(identity, info), policy);
  }

  /** What else is said of the app. */
  public static HapDetails details(HapInfoParams info, HapPolicyParams policy) {
    return new HapDetails(
        DlpType.of(info.dlpType()).orElseThrow(),
        info.appIdDesc(),
        info.apiVersion(),
        info.isAtomicService(),
        policy.isDebugGrant(),
        List.of());
  }

  /** What else is said of the new version; it stays the kind of instance that it is. */
  public static HapDetails details(
      TokenIdentity identity, UpdateHapInfoParams info, HapPolicyParams policy) {
    return details(asInfo(identity, info), policy);
  }

  private static HapInfoParams asInfo(TokenIdentity identity, UpdateHapInfoParams info) {
    HapInfoParams named =
        HapInfoParams.of(identity.bundle().value()).asInstance(identity.instIndex(), 0);
    return info.asInfo(named.ofUser(identity.user().value()));
  }

  private static ProvisionProfile profile(HapInfoParams info, HapPolicyParams policy) {
    TreeMap<PermissionName, String> values = new TreeMap<>();
    policy
        .aclExtendedMap()
        .forEach(
            (name, value) -> {
              if (PermissionName.isLegal(name)) {
                values.put(new PermissionName(name), value);
              }
            });
    return new ProvisionProfile(
        level(policy.apl()).orElseThrow(),
        info.isSystemApp(),
        DistributionType.parse(info.appDistributionType()).orElse(DistributionType.UNSPECIFIED),
        info.appProvisionType().equals(DEBUG),
        policy.aclRequestedList().stream()
            .filter(PermissionName::isLegal)
            .map(PermissionName::new)
            .toList(),
        values);
  }
}
