package dev.trustring.device.platform;

import dev.trustring.atm.AtmApi;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;

/** Tells the version of the permission data (access-token §4.3). */
final class GetVersion implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("abilityAccessCtrl.getVersion"),
          List.of(),
          "the version",
          List.of(AtmCalls.NO_SYSTEM_APP),
          "Tells the version of the permission data.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    AtmCalls.ask(call, new AtmApi.GetVersion(AtmCalls.caller(call)));
  }
}
