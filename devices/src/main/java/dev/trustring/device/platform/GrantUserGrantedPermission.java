package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;

/** Grants a user_grant permission of an app, as the settings do (access-token §4.3). */
final class GrantUserGrantedPermission implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("abilityAccessCtrl.grantUserGrantedPermission"),
          List.of(
              Param.required("app", ParamType.APP, "the app whose token is meant"),
              Param.required("permissionName", ParamType.TEXT, "the permission, by full name"),
              Param.required(
                  "permissionFlags",
                  ParamType.INTEGER,
                  "1 user set, 2 user fixed, 64 this time only")),
          "nothing",
          List.of(
              new Failure("202", "the caller is no system app"),
              new Failure("12100001", "bad flag, not declared, or fixed by the system"),
              new Failure("12100002", "no such app"),
              new Failure("12100003", "no such permission, or not a user_grant one"),
              new Failure("12100006", "the flag is not for this permission")),
          "Grants a permission of an app in the place of its user.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    SettingsCall.change(call, Atm.Command.Grant::new);
  }
}
