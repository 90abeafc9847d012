package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;

/** Grants a user_grant permission of an app, as the settings do (access-token §4.3). */
final class GrantUserGrantedPermission implements PlatformCall {

  private static final PermissionName NEEDED = PermissionName.of("GRANT_SENSITIVE_PERMISSIONS");

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("abilityAccessCtrl.grantUserGrantedPermission"),
          SettingsCall.PARAMS,
          "nothing",
          SettingsCall.FAILURES,
          "Grants a permission of an app in the place of its user.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    SettingsCall.change(call, NEEDED, Atm.Command.Grant::new);
  }
}
