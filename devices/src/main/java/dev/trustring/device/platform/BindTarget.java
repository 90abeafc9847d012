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
import dev.trustring.trust.wire.UltrasonicSide;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Bonds with another device: by PIN, by code or by sound (trust-and-softbus §2.5, §2.6). */
final class BindTarget implements PlatformCall {

  private static final String BUSINESS = "businessId";
  private static final String SIDE = "ultrasonicSide";
  private static final int NO_SIDE = -1;
  private static final int LAST_TYPE = 6;
  private static final int LAST_DIGIT = 9;

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedDeviceManager.bindTarget"),
          List.of(
              Param.required("deviceId", ParamType.DEVICE, "the other device"),
              Param.optional(
                  "bindType",
                  ParamType.INTEGER,
                  "1 for a PIN, the only public one, also if missing; 5 an imported code; 6 sound"),
              Param.optional(
                  SIDE,
                  ParamType.INTEGER,
                  "who says the PIN of a bind by sound: 0 the other device, 1 this one"),
              Param.optional(
                  BUSINESS,
                  ParamType.TEXT,
                  "what it is for, if the other asks not to be disturbed")),
          "{deviceId}",
          List.of(
              Answer.NO_PERMISSION,
              Answer.BAD_ARGUMENT,
              Managers.RELEASED,
              new Failure("11600103", "another bond is being made"),
              new Failure(
                  "a native reason",
                  "such as 96929779 for three wrong PINs, 969298366 under a constraint"),
              Answer.NOT_INSTALLED),
          "Bonds this app with another device: the other shows a PIN, the person here types it.");

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
    Optional<Long> type = call.arguments().number("bindType", 1);
    if (target.isEmpty() || type.isEmpty() || hasMistypedHint(call)) {
      call.answer(
          Answer.badArgument(
              "deviceId is missing, bindType or ultrasonicSide no number, or businessId no text"));
      return;
    }
    Constraint.ask(
        call,
        () -> call.answer(failed(BindReason.CONSTRAINT_ENABLED)),
        () -> Apps.whenPermitted(call, () -> whenAllowed(call, target.get(), type.get())));
  }

  private static boolean hasMistypedHint(RunningCall call) {
    boolean misnamed =
        call.arguments().find(BUSINESS).isPresent() && call.arguments().text(BUSINESS).isEmpty();
    return misnamed || call.arguments().number(SIDE, NO_SIDE).isEmpty();
  }

  private static void whenAllowed(RunningCall call, DeviceName target, long type) {
    refusal(call, target, type)
        .ifPresentOrElse(
            reason -> call.answer(failed(reason)),
            () -> bind(call, target, BindAuth.of(type).orElseThrow()));
  }

  private static void bind(RunningCall call, DeviceName target, BindAuth auth) {
    AppTokens.ofCaller(
        call,
        token ->
            call.trust(
                new Trust.StartBind(
                    DeviceIdentity.of(target),
                    new PkgName(call.caller().shortForm()),
                    level(call.caller()),
                    token,
                    auth,
                    call.arguments().text(BUSINESS),
                    auth == BindAuth.ULTRASONIC_PIN ? side(call) : Optional.empty()),
                reply -> call.answer(outcome(target, reply))));
  }

  /**
   * What the service refuses before it binds (trust-and-softbus §2.5): a type of more than one
   * digit, one that does not exist, one that is not built, and a target that was not discovered.
   * Credentials and NFC are taken for not built (our choice). A bind by sound that does not say
   * which end is to be heard is refused here (unverified: the platform may find out later).
   */
  private static Optional<BindReason> refusal(RunningCall call, DeviceName target, long type) {
    if (type < 0 || type > LAST_DIGIT) {
      return Optional.of(BindReason.INPUT_INVALID);
    }
    if (type > LAST_TYPE) {
      return Optional.of(BindReason.AUTHENTICATION_FAILED);
    }
    if (BindAuth.of(type).isEmpty()) {
      return Optional.of(BindReason.AUTH_TYPE_UNSUPPORTED);
    }
    if (type == BindAuth.ULTRASONIC_PIN.number() && side(call).isEmpty()) {
      return Optional.of(BindReason.INPUT_INVALID);
    }
    return call.desk().knows(Managers.client(call), target)
        ? Optional.empty()
        : Optional.of(BindReason.TARGET_UNKNOWN);
  }

  private static Optional<UltrasonicSide> side(RunningCall call) {
    return call.arguments().number(SIDE, NO_SIDE).flatMap(UltrasonicSide::of);
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
      return failed
          .remainingFrozenTime()
          .map(BindTarget::frozen)
          .orElseGet(() -> failed(failed.reason()));
    }
    throw new AssertionError(reply);
  }

  private static CallOutcome failed(BindReason reason) {
    int code = isKnownAtOnce(reason) ? reason.jsNumber() : reason.number();
    return CallOutcome.failed(code, reason.name(), reason.meaning());
  }

  private static CallOutcome frozen(Duration left) {
    BindReason frozen = BindReason.DEVICE_FROZEN;
    String detail = "remainingFrozenTime " + left.toSeconds() + " s";
    return CallOutcome.failed(frozen.number(), frozen.name(), frozen.meaning(), detail);
  }

  /** What is thrown; the other failures come late, to the callback, as they are (§2.2). */
  private static boolean isKnownAtOnce(BindReason reason) {
    return reason == BindReason.SOURCE_BUSY || reason == BindReason.INPUT_INVALID;
  }
}
