package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.profile.AppPackage;
import java.util.List;
import java.util.Optional;

/** What the calls that change another app's permission have in common (access-token §4.3). */
final class SettingsCall {

  static final List<Param> PARAMS =
      List.of(
          Param.required("app", ParamType.APP, "the app whose token is meant"),
          Param.required("permissionName", ParamType.TEXT, "the permission, by full name"),
          Param.required(
              "permissionFlags", ParamType.INTEGER, "1 user set, 2 user fixed, 64 this time only"));

  static final List<Failure> FAILURES =
      List.of(
          Answer.BAD_ARGUMENT,
          new Failure("202", "the caller is no system app"),
          new Failure("201", "the system app may not change permissions"),
          new Failure("12100001", "bad name or flag, not declared, or fixed by the system"),
          new Failure("12100002", "no such app"),
          new Failure("12100003", "no such permission, or not a user_grant one"),
          new Failure("12100006", "the flag is not for this permission"),
          Answer.NOT_INSTALLED);

  private static final List<Long> FLAGS_OFFERED =
      List.of(
          (long) PermissionFlag.USER_SET,
          (long) PermissionFlag.USER_FIXED,
          (long) PermissionFlag.ALLOW_THIS_TIME);

  private SettingsCall() {}

  /** Makes the command of the call. */
  interface Maker {
    Atm.Command make(TokenIdentity app, PermissionName name, int flag);
  }

  /**
   * Makes the change. What can be told from the parameters alone is looked at before the caller, so
   * a bad one wins over 202 and 201 (access-token §4.2).
   *
   * @param needed what a system app must hold to make it
   */
  static void change(RunningCall call, PermissionName needed, Maker maker) {
    Optional<AppPackage> app = call.arguments().text("app").flatMap(call::market);
    Optional<String> name = call.arguments().text("permissionName");
    Optional<Long> flag = call.arguments().number("permissionFlags");
    if (app.isEmpty() || name.isEmpty() || flag.isEmpty()) {
      call.answer(Answer.badArgument("app, permissionName or permissionFlags is missing or bad"));
      return;
    }
    Optional<CallOutcome> refusal = refusal(name.get(), flag.get());
    if (refusal.isPresent()) {
      call.answer(refusal.get());
      return;
    }
    TokenIdentity token = new TokenIdentity(app.get().bundle(), call.caller().user(), 0);
    Atm.Command change = maker.make(token, new PermissionName(name.get()), flag.get().intValue());
    Apps.whenSystemAppHolds(
        call, needed, () -> call.atm(change, reply -> call.answer(Answer.ofChange(reply))));
  }

  private static Optional<CallOutcome> refusal(String name, long flag) {
    if (!PermissionName.isLegal(name)) {
      return Optional.of(Answer.badPermissionName());
    }
    Optional<PermissionDefinition> definition =
        PermissionCatalogue.standard().find(new PermissionName(name));
    if (definition.isEmpty()) {
      return Optional.of(Answer.of(AtmRefusal.UNDEFINED));
    }
    if (!FLAGS_OFFERED.contains(flag)) {
      return Optional.of(Answer.of(AtmRefusal.FLAG_NOT_OFFERED));
    }
    return definition.get().grantMode() == GrantMode.USER_GRANT
        ? Optional.empty()
        : Optional.of(Answer.of(AtmRefusal.NOT_USER_GRANT));
  }
}
