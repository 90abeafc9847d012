package dev.trustring.device.platform;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.nearby.Client;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;

/** The DeviceManager object of a caller, asked for in the same way by all its calls. */
final class Managers {

  static final Failure RELEASED =
      new Failure("11600101", "the caller has given its DeviceManager back");

  private Managers() {}

  static Client client(RunningCall call) {
    Caller caller = call.caller();
    return new Client(
        new PkgName(caller.shortForm()),
        new OsAccountId(caller.user().value()),
        caller instanceof Caller.Settings);
  }

  /**
   * Goes on if the caller has not given its DeviceManager back (trust-and-softbus §2.1), and if the
   * service behind it lives.
   */
  static void whenHeld(RunningCall call, Runnable then) {
    if (!call.desk().serving()) {
      call.answer(failed("the service has died"));
    } else if (call.desk().hasReleased(client(call))) {
      call.answer(failed("the DeviceManager was released"));
    } else {
      then.run();
    }
  }

  /** Goes on with the permission, on a DeviceManager that was not given back. */
  static void whenPermitted(RunningCall call, Runnable then) {
    whenHeld(call, () -> Apps.whenPermitted(call, then));
  }

  /** The number for every native failure that has none of its own (trust-and-softbus §2.2). */
  static CallOutcome failed(String why) {
    return CallOutcome.failed(11600101, "FAILED_TO_EXECUTE", why);
  }
}
