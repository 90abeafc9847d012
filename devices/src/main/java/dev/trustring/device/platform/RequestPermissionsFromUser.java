package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.Atm;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;

/** Asks the user for permissions (access-token §3.6). */
final class RequestPermissionsFromUser implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("abilityAccessCtrl.requestPermissionsFromUser"),
          List.of(
              Param.required(
                  "permissionList", ParamType.TEXTS, "the permissions to ask for, by full name")),
          "{permissions, authResults, dialogShownResults, errorReasons}",
          List.of(new Failure("401", "the list is missing or empty"), Answer.NOT_INSTALLED),
          "Asks the user for permissions, with a dialog for those still undecided.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    List<String> names = call.arguments().texts("permissionList").orElse(List.of());
    boolean legal = names.stream().allMatch(PermissionName::isLegal);
    if (names.isEmpty() || !legal) {
      call.answer(Answer.badArgument("permissionList is missing, empty or has a bad name"));
      return;
    }
    Apps.whenInstalled(call, app -> ask(call, app, names));
  }

  private static void ask(RunningCall call, Caller.App app, List<String> names) {
    List<PermissionName> asked = names.stream().map(PermissionName::new).toList();
    call.atm(
        new Atm.Command.RequestPermissions(app.identity(), asked),
        reply -> call.answer(outcome(names, reply)));
  }

  private static CallOutcome outcome(List<String> names, Atm.Reply reply) {
    if (!(reply instanceof Atm.Reply.RequestAnswered answered)) {
      throw new AssertionError(reply);
    }
    ObjectNode result = Answer.object();
    ArrayNode permissions = result.putArray("permissions");
    names.forEach(permissions::add);
    ArrayNode results = result.putArray("authResults");
    answered.authResults().forEach(results::add);
    ArrayNode shown = result.putArray("dialogShownResults");
    answered.dialogShownResults().forEach(shown::add);
    ArrayNode reasons = result.putArray("errorReasons");
    answered.errorReasons().forEach(reasons::add);
    return CallOutcome.of(result);
  }
}
