package dev.trustring.device.platform;

import dev.trustring.atm.AtmApi;
import dev.trustring.atm.TokenRef;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;
import java.util.Optional;

/** Tells who decided about a permission of an app (access-token §4.3). */
final class GetPermissionFlags implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("abilityAccessCtrl.getPermissionFlags"),
          List.of(
              Param.required("tokenID", ParamType.INTEGER, "the token id of the app"),
              Param.required("permissionName", ParamType.TEXT, "the permission, by full name")),
          "the flags",
          List.of(
              Answer.BAD_ARGUMENT,
              new Failure("12100001", "the token id is 0, or the name is empty or too long"),
              AtmCalls.NO_SYSTEM_APP,
              AtmCalls.NOT_PERMITTED,
              new Failure("12100002", "no such token"),
              new Failure("12100003", "no such permission, or not declared")),
          "Tells who decided about a permission of an app.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<TokenRef> token = AtmCalls.token(call);
    Optional<String> name = call.arguments().text("permissionName");
    if (token.isEmpty() || name.isEmpty()) {
      call.answer(Answer.badArgument("tokenID or permissionName is missing or bad"));
      return;
    }
    AtmCalls.ask(call, new AtmApi.GetFlags(AtmCalls.caller(call), token.get(), name.get()));
  }
}
