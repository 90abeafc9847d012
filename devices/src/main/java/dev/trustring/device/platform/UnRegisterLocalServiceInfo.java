package dev.trustring.device.platform;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.PkgName;
import java.util.List;

/** Takes the entry of the app's service back, of which its peers hear (trust-and-softbus §1.5). */
final class UnRegisterLocalServiceInfo implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("DeviceManager.UnRegisterLocalServiceInfo"),
          List.of(),
          "nothing",
          List.of(ActivityCall.NOT_PERMITTED, Answer.NOT_INSTALLED),
          "Takes the entry of the app's service back, with a code that was not used yet.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Apps.whenHolds(
        call,
        PermissionName.of("ACCESS_SERVICE_DM"),
        () ->
            call.trust(
                new Trust.UnregisterService(new PkgName(call.caller().shortForm())),
                reply -> call.answer(CallOutcome.done())));
  }
}
