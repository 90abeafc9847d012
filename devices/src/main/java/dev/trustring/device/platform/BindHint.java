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
import dev.trustring.trust.identity.PkgName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The calls by which services tell a device what to do about binds that others want with it: that
 * theirs freeze nobody, and that nobody wants to be disturbed by a business (trust-and-softbus
 * §2.5, §2.8). Who may call them is taken from the calls of DeviceManager (unverified).
 */
final class BindHint implements PlatformCall {

  private static final PermissionName NEEDED = PermissionName.of("ACCESS_SERVICE_DM");
  private static final String NEEDS_FREEZE = "isNeedFreeze";
  private static final String BUSINESS = "businessId";
  private static final String QUIET = "isInAntiDisturbanceMode";

  private final CallSpec spec;
  private final Function<RunningCall, Optional<Trust.BindHint>> hint;

  private BindHint(
      String name,
      List<Param> params,
      String meaning,
      Function<RunningCall, Optional<Trust.BindHint>> hint) {
    this.spec =
        new CallSpec(
            new CallName(name),
            params,
            "nothing",
            List.of(
                Answer.BAD_ARGUMENT,
                Install.NO_SYSTEM_APP,
                ActivityCall.NOT_PERMITTED,
                Answer.NOT_INSTALLED),
            meaning);
    this.hint = hint;
  }

  static BindHint localService() {
    return new BindHint(
        "DeviceManager.RegisterLocalServiceInfo",
        List.of(
            Param.optional(
                NEEDS_FREEZE,
                ParamType.BOOLEAN,
                "whether binds for the caller that fail for wrong PINs count; true if missing")),
        "Registers the caller's local service entry; only white-listed services are exempted.",
        call -> Optional.of(service(call)));
  }

  static BindHint businessEvent() {
    return new BindHint(
        "DistributedDeviceProfile.PutBusinessEvent",
        List.of(
            Param.required(BUSINESS, ParamType.TEXT, "the id that the other's bindTarget names"),
            Param.required(QUIET, ParamType.BOOLEAN, "whether its binds are refused from now on")),
        "Sets the event of a business: whether nobody wants to be disturbed by its binds.",
        BindHint::event);
  }

  private static Trust.BindHint service(RunningCall call) {
    return new Trust.RegisterService(
        new PkgName(call.caller().shortForm()),
        call.arguments().flag(NEEDS_FREEZE, true).orElse(true));
  }

  private static Optional<Trust.BindHint> event(RunningCall call) {
    return call.arguments()
        .text(BUSINESS)
        .filter(business -> !business.isEmpty())
        .flatMap(
            business ->
                call.arguments()
                    .flag(QUIET, false)
                    .map(quiet -> new Trust.SetBusinessEvent(business, quiet)));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<Trust.BindHint> told = hint.apply(call);
    if (told.isEmpty() || AtmParams.misfit(call, spec.params()).isPresent()) {
      call.answer(Answer.badArgument("an argument is missing or of another type"));
      return;
    }
    Apps.whenSystemAppHolds(
        call, NEEDED, () -> call.trust(told.get(), reply -> call.answer(CallOutcome.done())));
  }
}
