package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.trustring.atm.Atm;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;

/**
 * Asks whether the calling app holds a permission; never throws for a name it does not know
 * (access-token §4.3).
 */
final class CheckAccessToken implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("abilityAccessCtrl.checkAccessTokenSync"),
          List.of(Param.required("permissionName", ParamType.TEXT, "the permission, by full name")),
          "0 when granted, -1 when not",
          List.of(new Failure("12100001", "the name is empty or too long"), Answer.NOT_INSTALLED),
          "Tells whether the calling app holds a permission now.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    String name = call.arguments().text("permissionName").orElse("");
    if (!PermissionName.isLegal(name)) {
      call.answer(Answer.badPermissionName());
      return;
    }
    Apps.whenInstalled(
        call,
        app ->
            call.atm(
                new Atm.Command.Verify(app.identity(), new PermissionName(name)),
                reply -> call.answer(outcome(reply))));
  }

  private static CallOutcome outcome(Atm.Reply reply) {
    boolean granted = ((Atm.Reply.Verified) reply).permission().granted();
    return CallOutcome.of(IntNode.valueOf(granted ? 0 : -1));
  }
}
