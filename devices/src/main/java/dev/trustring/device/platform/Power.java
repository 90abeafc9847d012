package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.nearby.ScreenChange;
import java.util.List;

/**
 * The calls that switch the screen off and on. Here they matter to discovery, which needs the
 * screen on at both ends (trust-and-softbus §2.4), and to heartbeats, which stop with it (§5.5).
 * Only system apps may call them (unverified).
 */
final class Power implements PlatformCall {

  private final CallSpec spec;
  private final ScreenChange change;

  private Power(String name, ScreenChange change, String meaning) {
    this.spec =
        new CallSpec(
            new CallName(name), List.of(), "nothing", List.of(Install.NO_SYSTEM_APP), meaning);
    this.change = change;
  }

  static List<PlatformCall> all() {
    return List.of(
        new Power("power.suspend", ScreenChange.OFF, "Switches the screen of this device off."),
        new Power("power.wakeup", ScreenChange.ON, "Switches the screen of this device on."));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    if (!Apps.refusesOrdinary(call)) {
      call.devices(new DeviceManager.Screen(change), refusal -> call.answer(CallOutcome.done()));
    }
  }
}
