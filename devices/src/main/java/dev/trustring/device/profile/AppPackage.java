package dev.trustring.device.profile;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import java.util.List;

/**
 * An app as its package, manifests and provisioning profile describe it.
 *
 * @param signing the identity of its signing certificate; same bundle name and other signing is
 *     another app (kv-store §4.4)
 * @param requested the permissions of the merged manifests, sorted by name (access-token §7.4)
 * @param allowedAcls names that the profile allows above the app's level
 * @param distributionType the profile's app-distribution-type, {@code none} where it has none
 * @param debug whether the profile is a debug profile
 * @param systemApp whether the profile's app-feature is hos_system_app
 * @param dataGroupIds the data groups that the app manifest or the profile names
 */
public record AppPackage(
    BundleName bundle,
    String signing,
    Apl apl,
    List<PermissionName> requested,
    List<PermissionName> allowedAcls,
    String distributionType,
    boolean debug,
    boolean systemApp,
    List<String> dataGroupIds) {

  public AppPackage {
    requested = List.copyOf(requested);
    allowedAcls = List.copyOf(allowedAcls);
    dataGroupIds = List.copyOf(dataGroupIds);
  }
}
