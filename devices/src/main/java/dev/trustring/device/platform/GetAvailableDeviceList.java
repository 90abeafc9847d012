package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the devices that are online and authorised for the calling app; none while the user is
 * forbidden to transmit (trust-and-softbus §2.1, §2.2).
 */
final class GetAvailableDeviceList implements PlatformCall {

  private final CallSpec spec;

  /** One of the two calls; the one with a promise throws as early as the other. */
  GetAvailableDeviceList(String name) {
    this.spec =
        new CallSpec(
            new CallName("distributedDeviceManager." + name),
            List.of(),
            "the names of the devices, in place of their descriptions",
            List.of(Answer.NO_PERMISSION, Managers.RELEASED, Answer.NOT_INSTALLED),
            "Lists the devices that are online and that this app may talk to.");
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Managers.whenPermitted(
        call,
        () ->
            Constraint.ask(
                call,
                () -> next(call, List.of(), new ArrayList<>()),
                () -> next(call, call.onlinePeers(), new ArrayList<>())));
  }

  /** Asks for one peer after another whether the app may talk to it. */
  private static void next(RunningCall call, List<DeviceName> left, List<DeviceName> available) {
    if (left.isEmpty()) {
      ArrayNode names = JsonNodeFactory.instance.arrayNode();
      available.forEach(peer -> names.add(peer.value()));
      call.answer(CallOutcome.of(names));
      return;
    }
    DeviceName peer = left.get(0);
    OsAccountId user = new OsAccountId(call.caller().user().value());
    call.trust(
        Trust.CheckAccess.ofApp(new PkgName(call.caller().shortForm()), user, peer),
        reply -> {
          boolean allowed = ((Trust.AccessAnswer) reply).access().lists();
          if (allowed || call.caller() instanceof Caller.Settings) {
            available.add(peer);
          }
          next(call, left.subList(1, left.size()), available);
        });
  }
}
