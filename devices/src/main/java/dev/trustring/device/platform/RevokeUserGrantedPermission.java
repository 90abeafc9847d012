package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;

/** Revokes a user_grant permission of an app, as the settings do (access-token §4.3). */
final class RevokeUserGrantedPermission implements PlatformCall {

  private static final PermissionName NEEDED = PermissionName.of("REVOKE_SENSITIVE_PERMISSIONS");

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("abilityAccessCtrl.revokeUserGrantedPermission"),
          SettingsCall.PARAMS,
          "nothing",
          SettingsCall.FAILURES,
          "Revokes a permission of an app in the place of its user.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    SettingsCall.change(call, NEEDED, Atm.Command.Revoke::new);
  }
}
