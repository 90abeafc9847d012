package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.PkgName;
import java.util.List;
import java.util.Optional;

/** Takes back the calling app's bond with a device (trust-and-softbus §1.5). */
final class UnbindTarget implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedDeviceManager.unbindTarget"),
          List.of(Param.required("deviceId", ParamType.DEVICE, "the other device")),
          "nothing",
          List.of(
              new Failure("201", "no permission, or the app owns no bond with that device"),
              Answer.BAD_ARGUMENT,
              new Failure("11600101", "released, or no such device was ever discovered"),
              Answer.NOT_INSTALLED),
          "Takes back this app's bond with another device.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Managers.whenHeld(call, () -> whenHeld(call));
  }

  private static void whenHeld(RunningCall call) {
    Optional<DeviceName> target = Legal.device(call.arguments(), "deviceId");
    if (target.isEmpty()) {
      call.answer(Answer.badArgument("deviceId is missing or no device id"));
      return;
    }
    Apps.whenPermitted(call, () -> unbind(call, target.get()));
  }

  /** An id from which no device follows fails; for others the rows decide (§2.2). */
  private static void unbind(RunningCall call, DeviceName target) {
    call.trust(
        new Trust.Unbind(DeviceIdentity.of(target), new PkgName(call.caller().shortForm())),
        reply -> call.answer(outcome(call, target, reply)));
  }

  private static CallOutcome outcome(RunningCall call, DeviceName target, Trust.Reply reply) {
    if (reply instanceof Trust.Refused && !call.desk().knows(Managers.client(call), target)) {
      return Managers.failed("no device of that id was discovered");
    }
    if (reply instanceof Trust.Refused refused) {
      return CallOutcome.failed(
          refused.reason().number(), refused.reason().name(), refused.reason().text());
    }
    if (reply instanceof Trust.Unbound) {
      return CallOutcome.done();
    }
    throw new AssertionError(reply);
  }
}
