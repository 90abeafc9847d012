package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.KvCall;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/**
 * The calls with which an app takes part in a call across devices. They matter here to stores that
 * sync by themselves, which asks where the call goes (kv-store §7.1); nothing of it reaches the
 * other device. There the app would be at the end of the call as well, and a store that syncs by
 * itself would turn to that end, which is its own device: nothing comes of it.
 *
 * <p>Permission and codes are taken from the platform's reference (unverified).
 */
final class AbilityCall implements PlatformCall {

  private static final Failure NOT_THERE =
      new Failure("16000050", "the other device is not online");

  private static final CallSpec CALL =
      new CallSpec(
          new CallName("UIAbilityContext.startAbilityByCall"),
          List.of(Param.required("deviceId", ParamType.DEVICE, "where the ability runs")),
          "nothing",
          List.of(Answer.BAD_ARGUMENT, Answer.NO_PERMISSION, NOT_THERE, Answer.NOT_INSTALLED),
          "Calls an ability of the same app on another device, until the caller is released.");

  private static final CallSpec RELEASE =
      new CallSpec(
          new CallName("Caller.release"),
          List.of(),
          "nothing",
          List.of(Answer.NOT_INSTALLED),
          "Ends that call.");

  private final CallSpec spec;

  private AbilityCall(CallSpec spec) {
    this.spec = spec;
  }

  static List<PlatformCall> all() {
    return List.of(new AbilityCall(CALL), new AbilityCall(RELEASE));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    if (spec.equals(RELEASE)) {
      Apps.whenInstalled(call, app -> takePart(call, app, Optional.empty()));
      return;
    }
    Optional<DeviceName> other = Legal.device(call.arguments(), "deviceId");
    if (other.isEmpty()) {
      call.answer(Answer.badArgument("deviceId is missing or no device id"));
      return;
    }
    Apps.whenInstalled(call, app -> Apps.whenPermitted(call, () -> reach(call, app, other.get())));
  }

  private static void reach(RunningCall call, Caller.App app, DeviceName other) {
    if (call.onlinePeers().contains(other)) {
      takePart(call, app, Optional.of(other));
    } else {
      call.answer(CallOutcome.failed(16000050, "INTERNAL_ERROR", other + " is not online"));
    }
  }

  private static void takePart(RunningCall call, Caller.App app, Optional<DeviceName> other) {
    call.kv(
        new KvCall.Collaborate(Apps.asStoreUser(app), other),
        reply -> call.answer(CallOutcome.done()));
  }
}
