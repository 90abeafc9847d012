package dev.trustring.atm.install;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An app that is to be installed, as far as permissions go (access-token §1.4, §1.5).
 *
 * @param requested the names in the app's {@code requestPermissions}, in any order
 * @param preAuthorized what the device's maker gives it without asking
 * @param debugGrant whether a debug app gets its user_grant permissions at once
 */
public record HapInstall(
    TokenIdentity identity,
    ProvisionProfile profile,
    List<PermissionName> requested,
    List<PreAuthorization> preAuthorized,
    boolean debugGrant) {

  public HapInstall {
    requested = List.copyOf(requested);
    preAuthorized = List.copyOf(preAuthorized);
  }

  /** An app with nothing given beforehand. */
  public static HapInstall of(
      TokenIdentity identity, ProvisionProfile profile, List<PermissionName> requested) {
    return new HapInstall(identity, profile, requested, List.of(), false);
  }

  /** An ordinary store app. */
  public static HapInstall ordinary(TokenIdentity identity, PermissionName... requested) {
    return of(identity, ProvisionProfile.ORDINARY, Arrays.asList(requested));
  }

  /** The same installation with these permissions given beforehand. */
  public HapInstall withPreAuthorized(List<PreAuthorization> given) {
    return new HapInstall(identity, profile, requested, given, debugGrant);
  }

  /** The same installation, granting what a debug app asks for. */
  public HapInstall withDebugGrant() {
    return new HapInstall(identity, profile, requested, preAuthorized, true);
  }

  Optional<PreAuthorization> preAuthorizationOf(PermissionName name) {
    return preAuthorized.stream().filter(given -> given.name().equals(name)).findFirst();
  }
}
