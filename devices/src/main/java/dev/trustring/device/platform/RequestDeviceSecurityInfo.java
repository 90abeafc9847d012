package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.LevelAnswer;
import dev.trustring.trust.level.LevelCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the security level of a device, or of this one (trust-and-softbus §4.3). The service
 * asks for no permission; its answers carry its own numbers (§4.4).
 */
final class RequestDeviceSecurityInfo implements PlatformCall {

  private static final int LONGEST = 300;
  private static final int USUAL = 45;

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("DeviceSecurityLevel.requestDeviceSecurityInfoAsync"),
          List.of(
              Param.optional(
                  "deviceId", ParamType.DEVICE, "the device; this one if missing, a udid there"),
              Param.optional("timeout", ParamType.INTEGER, "seconds, 1 to 60; 45 otherwise")),
          "{level}, 1 to 5",
          failures(),
          "Asks for the security level of a device.");

  private static List<Failure> failures() {
    return Arrays.stream(LevelCode.values())
        .filter(code -> code != LevelCode.SUCCESS)
        .map(code -> new Failure(Integer.toString(code.number()), code.meaning()))
        .toList();
  }

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<Long> seconds = call.arguments().number("timeout", USUAL);
    Optional<DeviceName> device =
        call.arguments().find("deviceId").isEmpty()
            ? Optional.of(call.device().name())
            : Legal.device(call.arguments(), "deviceId");
    if (device.isEmpty() || seconds.filter(time -> time <= LONGEST).isEmpty()) {
      call.answer(failed(LevelCode.INVALID_PARAMETER));
      return;
    }
    int wait = (int) Math.max(0, seconds.get());
    call.level(DeviceIdentity.of(device.get()), wait, answer -> call.answer(outcome(answer)));
  }

  private static CallOutcome outcome(LevelAnswer answer) {
    if (answer.code() != LevelCode.SUCCESS) {
      return failed(answer.code());
    }
    ObjectNode level = Answer.object();
    level.put("level", answer.number());
    return CallOutcome.of(level);
  }

  private static CallOutcome failed(LevelCode code) {
    return CallOutcome.failed(code.number(), code.name(), code.meaning());
  }
}
