package dev.trustring.device.platform;

import dev.trustring.atm.AtmApi;
import dev.trustring.atm.AtmApi.ListenFace;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;
import java.util.Optional;

/**
 * The calls on and off of permissionStateChange for all apps and permissions or for some
 * permissions (access-token §4.4). What is heard shows in the trace of a run.
 */
final class PermissionListener implements PlatformCall {

  private static final List<Param> PARAMS =
      List.of(
          Param.required(
              "permissionList", ParamType.TEXTS, "permissions by full name; none means all"),
          Param.required("callback", ParamType.TEXT, "a name for the function that is called"));

  private final boolean on;
  private final CallSpec spec;

  private PermissionListener(boolean on, CallSpec spec) {
    this.on = on;
    this.spec = spec;
  }

  static PermissionListener on() {
    return new PermissionListener(
        true,
        new CallSpec(
            new CallName("abilityAccessCtrl.on"),
            PARAMS,
            "nothing",
            List.of(
                Answer.BAD_ARGUMENT,
                AtmCalls.NO_SYSTEM_APP,
                AtmCalls.NOT_PERMITTED,
                new Failure("12100001", "nothing in the list is known, or listened to twice")),
            "Listens to permissionStateChange of all apps."));
  }

  static PermissionListener off() {
    return new PermissionListener(
        false,
        new CallSpec(
            new CallName("abilityAccessCtrl.off"),
            PARAMS,
            "nothing",
            List.of(Answer.BAD_ARGUMENT, new Failure("12100001", "on was not called so")),
            "Listens to permissionStateChange no longer."));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<List<String>> names = call.arguments().texts("permissionList");
    Optional<String> callback = call.arguments().text("callback");
    if (names.isEmpty() || callback.isEmpty()) {
      call.answer(Answer.badArgument("permissionList or callback is missing or bad"));
      return;
    }
    AtmCalls.ask(call, asked(call, callback.get(), names.get()));
  }

  private AtmApi asked(RunningCall call, String callback, List<String> names) {
    return on
        ? new AtmApi.Listen(AtmCalls.caller(call), ListenFace.SYSTEM, callback, List.of(), names)
        : new AtmApi.StopListening(
            AtmCalls.caller(call), ListenFace.SYSTEM, Optional.of(callback), List.of(), names);
  }
}
