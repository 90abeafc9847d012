package dev.trustring.atm.token;

import dev.trustring.atm.permission.PermissionName;
import java.util.List;

/**
 * What the installer says of an app beyond its profile (access-token §1.4).
 *
 * @param apiVersion its last three decimal digits
 * @param debugGrant whether user_grant permissions were to be granted if this is a debug app
 * @param undefined the requested names that the platform did not define, sorted (§1.6)
 */
public record HapDetails(
    DlpType dlpType,
    String appIdDesc,
    int apiVersion,
    boolean atomicService,
    boolean debugGrant,
    List<PermissionName> undefined) {
  /** Nothing special: what holds for every app of which nothing else is stored. */
  public static final HapDetails ORDINARY =
      new HapDetails(DlpType.COMMON, "", 0, false, false, List.of());

  private static final int API_DIGITS = 1000;

  public HapDetails {
    apiVersion = apiVersion % API_DIGITS;
    undefined = undefined.stream().distinct().sorted().toList();
  }

  /** The same with these names waiting to be defined. */
  public HapDetails withUndefined(List<PermissionName> names) {
    return new HapDetails(dlpType, appIdDesc, apiVersion, atomicService, debugGrant, names);
  }

  /** The same, granting to a debug app or not. */
  public HapDetails withDebugGrant(boolean grant) {
    return new HapDetails(dlpType, appIdDesc, apiVersion, atomicService, grant, undefined);
  }

  /** The same of an instance of this type. */
  public HapDetails withDlpType(DlpType type) {
    return new HapDetails(type, appIdDesc, apiVersion, atomicService, debugGrant, undefined);
  }
}
