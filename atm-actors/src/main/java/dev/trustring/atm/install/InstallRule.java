package dev.trustring.atm.install;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.AvailableType;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.DistributionType;
import dev.trustring.atm.token.ProvisionProfile;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides which of its requested permissions an app is installed with (§1.6, §1.7, §2.3, §2.4). */
public final class InstallRule {
  /** The platform's default of {@code accesstoken.enterprise_normal_check}. */
  public static final boolean ENTERPRISE_NORMAL_CHECK_DEFAULT = false;

  private static final List<DistributionType> ENTERPRISE_CHANNELS =
      List.of(DistributionType.ENTERPRISE_MDM, DistributionType.ENTERPRISE_NORMAL);

  private InstallRule() {}

  /** What comes of an installation. */
  public sealed interface Outcome {
    /** The app may be installed and starts with these states. */
    record Admitted(NavigableMap<PermissionName, GrantState> permissions) implements Outcome {
      public Admitted {
        permissions = Collections.unmodifiableNavigableMap(new TreeMap<>(permissions));
      }
    }

    /** The app may not be installed; the first name of the alphabet that breaks a rule says why. */
    record Rejected(PermissionName name, RefusalRule rule) implements Outcome {}
  }

  /**
   * Looks at every requested permission in the order of the alphabet. Names the platform does not
   * define are skipped; those for system processes are dropped without a word once the ACL rule
   * lets them through.
   *
   * @param enterpriseNormalCheck the device's parameter {@code accesstoken.enterprise_normal_check}
   */
  public static Outcome admit(
      HapInstall install, PermissionCatalogue catalogue, boolean enterpriseNormalCheck) {
    return admit(
        install,
        List.copyOf(new TreeSet<>(install.requested())),
        catalogue,
        new Strictness(enterpriseNormalCheck, false));
  }

  /**
   * How strictly the rules are held.
   *
   * @param enterpriseNormalCheck the device's parameter {@code accesstoken.enterprise_normal_check}
   * @param leavesOut whether what breaks a rule is left out instead of refused (§1.8, dataRefresh)
   */
  public record Strictness(boolean enterpriseNormalCheck, boolean leavesOut) {
    /** As for a new app on an ordinary device. */
    public static final Strictness ORDINARY =
        new Strictness(ENTERPRISE_NORMAL_CHECK_DEFAULT, false);

    /** As for new data of an installed app. */
    public static final Strictness REFRESHING =
        new Strictness(ENTERPRISE_NORMAL_CHECK_DEFAULT, true);
  }

  /** The same in the order that the installer gives, which decides who is refused first (§1.6). */
  public static Outcome admitInOrder(
      HapInstall install, PermissionCatalogue catalogue, Strictness strictness) {
    return admit(install, install.requested(), catalogue, strictness);
  }

  private static Outcome admit(
      HapInstall install,
      List<PermissionName> names,
      PermissionCatalogue catalogue,
      Strictness strictness) {
    NavigableMap<PermissionName, GrantState> admitted = new TreeMap<>();
    for (PermissionName name : names) {
      Optional<PermissionDefinition> definition = catalogue.find(name);
      if (definition.isEmpty()) {
        continue;
      }
      Optional<RefusalRule> broken =
          brokenRule(definition.get(), install.profile(), strictness.enterpriseNormalCheck());
      if (broken.isPresent() && !strictness.leavesOut()) {
        return new Outcome.Rejected(name, broken.get());
      }
      if (broken.isEmpty() && definition.get().isForApps()) {
        admitted.put(name, initialState(definition.get(), install));
      }
    }
    return new Outcome.Admitted(admitted);
  }

  /** The requested names that the platform does not define, to be looked at again later (§1.6). */
  public static List<PermissionName> undefined(HapInstall install, PermissionCatalogue catalogue) {
    return install.requested().stream().filter(name -> catalogue.find(name).isEmpty()).toList();
  }

  /** The ACL rule, then the range rule; the first that is broken hides the other. */
  static Optional<RefusalRule> brokenRule(
      PermissionDefinition definition, ProvisionProfile profile, boolean enterpriseNormalCheck) {
    if (!isAclSatisfied(definition, profile)) {
      return Optional.of(RefusalRule.ACL);
    }
    AvailableType type = definition.availableType();
    if (type == AvailableType.MDM && !isForDeviceManagement(profile)) {
      return Optional.of(RefusalRule.EDM);
    }
    if (type == AvailableType.ENTERPRISE_NORMAL
        && enterpriseNormalCheck
        && !isForEnterprise(profile)) {
      return Optional.of(RefusalRule.ENTERPRISE_NORMAL);
    }
    return Optional.empty();
  }

  private static boolean isAclSatisfied(PermissionDefinition definition, ProvisionProfile profile) {
    if (profile.apl().reaches(definition.availableLevel())) {
      return true;
    }
    boolean listed =
        definition.hasValue()
            ? profile.aclExtended().containsKey(definition.name())
            : profile.allowedAcls().contains(definition.name());
    return definition.provisionEnable() && listed;
  }

  private static boolean isForDeviceManagement(ProvisionProfile profile) {
    return profile.isDebugApp() || profile.distributionType() == DistributionType.ENTERPRISE_MDM;
  }

  private static boolean isForEnterprise(ProvisionProfile profile) {
    return profile.isDebugApp()
        || profile.isSystemApp()
        || ENTERPRISE_CHANNELS.contains(profile.distributionType());
  }

  /** How a permission starts (access-token §1.7); manual_settings goes with user_grant. */
  static GrantState initialState(PermissionDefinition definition, HapInstall install) {
    if (definition.grantMode() == GrantMode.SYSTEM_GRANT) {
      return GrantState.SYSTEM_FIXED;
    }
    Optional<PreAuthorization> given = install.preAuthorizationOf(definition.name());
    if (given.isPresent()) {
      return given.get().userCancelable()
          ? new GrantState(true, PermissionFlag.PRE_AUTHORIZED_CANCELABLE)
          : GrantState.SYSTEM_FIXED;
    }
    return install.debugGrant() && install.profile().isDebugApp()
        ? new GrantState(true, PermissionFlag.USER_FIXED)
        : GrantState.NEVER_DECIDED;
  }
}
