package dev.trustring.device.platform;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.PkgName;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Tells this device the code of the app's next bind (trust-and-softbus §2.5). */
final class ImportAuthCode implements PlatformCall {

  private static final PermissionName NEEDED = PermissionName.of("ACCESS_SERVICE_DM");

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("DeviceManager.ImportAuthCode"),
          List.of(
              Param.required("authCode", ParamType.TEXT, "six digits, the same on both devices")),
          "nothing",
          List.of(Answer.BAD_ARGUMENT, ActivityCall.NOT_PERMITTED, Answer.NOT_INSTALLED),
          "Tells the code by which bindTarget with bindType 5 bonds, once on either device.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> code = call.arguments().text("authCode").filter(AuthCode::isLegal);
    if (code.isEmpty()) {
      call.answer(Answer.badArgument("authCode is not six digits"));
      return;
    }
    tell(call, (pkg, token) -> new AuthCode(pkg, token, code.get()));
  }

  /** Tells trust the code of the caller's next bind, if the caller may have one. */
  static void tell(RunningCall call, BiFunction<PkgName, AppToken, AuthCode> code) {
    PkgName pkg = new PkgName(call.caller().shortForm());
    Apps.whenHolds(
        call,
        NEEDED,
        () ->
            AppTokens.ofCaller(
                call,
                token ->
                    call.trust(
                        new Trust.ImportAuthCode(code.apply(pkg, token)),
                        reply -> call.answer(CallOutcome.done()))));
  }
}
