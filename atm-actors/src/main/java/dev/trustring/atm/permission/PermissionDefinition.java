package dev.trustring.atm.permission;

/**
 * What the platform says about one permission (access-token §2.1).
 *
 * @param availableLevel the lowest level of an app that may hold it without an ACL
 * @param provisionEnable whether the ACL of a signing profile may lift an app over that level
 * @param distributedSceneEnable a mark the platform stores and never consults
 * @param hasValue whether it comes with a value from the profile
 * @param since the API version that brought it, such as {@code 9} or {@code 26.1.0}
 */
public record PermissionDefinition(
    PermissionName name,
    GrantMode grantMode,
    Apl availableLevel,
    AvailableType availableType,
    boolean provisionEnable,
    boolean distributedSceneEnable,
    boolean hasValue,
    String since) {

  /** Whether apps can hold it at all; {@code SERVICE} permissions are for system processes. */
  public boolean isForApps() {
    return availableType != AvailableType.SERVICE;
  }
}
