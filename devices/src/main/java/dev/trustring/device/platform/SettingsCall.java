package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.profile.AppPackage;
import java.util.Optional;

/** What the calls that change another app's permission have in common. */
final class SettingsCall {

  private SettingsCall() {}

  /** Makes the command of the call. */
  interface Maker {
    Atm.Command make(TokenIdentity app, PermissionName name, int flag);
  }

  /**
   * Makes the change. Parameters are looked at before the caller, so a bad one wins over 202
   * (access-token §4.2).
   */
  static void change(RunningCall call, Maker maker) {
    Optional<AppPackage> app = call.arguments().text("app").flatMap(call::market);
    String name = call.arguments().text("permissionName").orElse("");
    Optional<Long> flag = call.arguments().number("permissionFlags");
    if (app.isEmpty() || flag.isEmpty() || !PermissionName.isLegal(name)) {
      call.answer(Answer.badArgument("app, permissionName or permissionFlags is missing or bad"));
    } else if (call.caller() instanceof Caller.Settings settings) {
      TokenIdentity token = new TokenIdentity(app.get().bundle(), settings.user(), 0);
      call.atm(
          maker.make(token, new PermissionName(name), flag.get().intValue()),
          reply -> call.answer(Answer.of(reply)));
    } else {
      call.answer(Answer.notSystemApp());
    }
  }
}
