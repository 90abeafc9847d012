package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.BindAuth;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.wire.BindReason;
import java.util.List;
import java.util.Optional;

/** Bonds with another device by PIN (trust-and-softbus §2.5, §2.6). */
final class BindTarget implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedDeviceManager.bindTarget"),
          List.of(
              Param.required("deviceId", ParamType.DEVICE, "the other device"),
              Param.optional(
                  "bindType",
                  ParamType.INTEGER,
                  "1 for a PIN, the only public one; 5 for a code that both devices were told")),
          "{deviceId}",
          List.of(
              Answer.NO_PERMISSION,
              Answer.BAD_ARGUMENT,
              new Failure("11600103", "another bond is being made"),
              new Failure(
                  "a native reason", "the bond failed, such as 96929779 for three wrong PINs"),
              Answer.NOT_INSTALLED),
          "Bonds this app with another device: the other shows a PIN, the person here types it.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<DeviceName> target =
        call.arguments().text("deviceId").flatMap(text -> Legal.id(text, DeviceName::new));
    Optional<BindAuth> auth =
        call.arguments().number("bindType", 1).flatMap(number -> BindAuth.of(number));
    if (target.isEmpty() || auth.isEmpty()) {
      call.answer(Answer.badArgument("deviceId is missing, or bindType is neither 1 nor 5"));
      return;
    }
    Apps.whenPermitted(
        call,
        () ->
            AppTokens.ofCaller(
                call,
                token ->
                    call.trust(
                        new Trust.StartBind(
                            DeviceIdentity.of(target.get()),
                            new PkgName(call.caller().shortForm()),
                            level(call.caller()),
                            token,
                            auth.get()),
                        reply -> call.answer(outcome(target.get(), reply)))));
  }

  /** An app bonds for itself, the system for the user. */
  private static BindLevel level(Caller caller) {
    return caller instanceof Caller.App ? BindLevel.APP : BindLevel.USER;
  }

  private static CallOutcome outcome(DeviceName target, Trust.Reply reply) {
    if (reply instanceof Trust.BindSucceeded) {
      ObjectNode result = Answer.object();
      result.put("deviceId", target.value());
      return CallOutcome.of(result);
    }
    if (reply instanceof Trust.BindFailed failed) {
      BindReason reason = failed.reason();
      int code = isKnownAtOnce(reason) ? reason.jsNumber() : reason.number();
      return CallOutcome.failed(code, reason.name(), reason.meaning());
    }
    throw new AssertionError(reply);
  }

  /** What is thrown; the other failures come late, to the callback, as they are (§2.2). */
  private static boolean isKnownAtOnce(BindReason reason) {
    return reason == BindReason.SOURCE_BUSY || reason == BindReason.INPUT_INVALID;
  }
}
