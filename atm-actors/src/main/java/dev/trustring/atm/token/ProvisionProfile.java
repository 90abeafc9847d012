package dev.trustring.atm.token;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The part of an app's signing profile that decides about permissions (access-token §1.5, §7.6).
 *
 * @param isSystemApp whether the profile says {@code hos_system_app}
 * @param debug whether the profile is a debug one
 * @param allowedAcls permissions the app may hold although its level is too low
 * @param aclExtended values of the permissions that come with one
 */
public record ProvisionProfile(
    Apl apl,
    boolean isSystemApp,
    DistributionType distributionType,
    boolean debug,
    List<PermissionName> allowedAcls,
    NavigableMap<PermissionName, String> aclExtended) {

  /** An ordinary app from the store. */
  public static final ProvisionProfile ORDINARY =
      new ProvisionProfile(
          Apl.NORMAL, false, DistributionType.APP_GALLERY, false, List.of(), new TreeMap<>());

  public ProvisionProfile {
    allowedAcls = List.copyOf(allowedAcls);
    aclExtended = Collections.unmodifiableNavigableMap(new TreeMap<>(aclExtended));
  }

  /** Whether the platform takes the app for a debug build (access-token §1.7, §2.4). */
  public boolean isDebugApp() {
    return debug || distributionType == DistributionType.NONE;
  }

  /** The same profile with another level. */
  public ProvisionProfile withApl(Apl other) {
    return new ProvisionProfile(
        other, isSystemApp, distributionType, debug, allowedAcls, aclExtended);
  }

  /** The same profile of a system app, or of one that is none. */
  public ProvisionProfile withSystemApp(boolean systemApp) {
    return new ProvisionProfile(apl, systemApp, distributionType, debug, allowedAcls, aclExtended);
  }

  /** The same profile through another channel. */
  public ProvisionProfile withDistributionType(DistributionType other) {
    return new ProvisionProfile(apl, isSystemApp, other, debug, allowedAcls, aclExtended);
  }

  /** The same profile for debugging, or for release. */
  public ProvisionProfile withDebug(boolean forDebugging) {
    return new ProvisionProfile(
        apl, isSystemApp, distributionType, forDebugging, allowedAcls, aclExtended);
  }

  /** The same profile with these ACLs. */
  public ProvisionProfile withAllowedAcls(List<PermissionName> acls) {
    return new ProvisionProfile(apl, isSystemApp, distributionType, debug, acls, aclExtended);
  }

  /** The same profile with these values. */
  public ProvisionProfile withAclExtended(Map<PermissionName, String> values) {
    return new ProvisionProfile(
        apl, isSystemApp, distributionType, debug, allowedAcls, new TreeMap<>(values));
  }
}
