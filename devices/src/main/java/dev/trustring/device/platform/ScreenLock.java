package dev.trustring.device.platform;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.nearby.ScreenChange;
import dev.trustring.trust.Trust;
import java.util.List;

/**
 * The calls that lock the screen and open it again. Here they matter to binds and to heartbeats: a
 * lock ends the bind that runs, and a locked screen shows none of its boxes (trust-and-softbus
 * §2.5) and sends no heartbeat (§5.5). The key of an S3 store is gone meanwhile (kv-store §5.4).
 * Which permission they need is taken from the platform's reference (unverified).
 */
final class ScreenLock implements PlatformCall {

  private static final PermissionName NEEDED = PermissionName.of("ACCESS_SCREEN_LOCK_INNER");

  private final CallSpec spec;
  private final boolean locks;

  private ScreenLock(String name, boolean locks, String meaning) {
    this.spec =
        new CallSpec(
            new CallName(name),
            List.of(),
            "nothing",
            List.of(Install.NO_SYSTEM_APP, ActivityCall.NOT_PERMITTED, Answer.NOT_INSTALLED),
            meaning);
    this.locks = locks;
  }

  static List<PlatformCall> all() {
    return List.of(
        new ScreenLock("screenLock.lock", true, "Locks the screen of this device."),
        new ScreenLock("screenLock.unlock", false, "Opens the locked screen of this device."));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Apps.whenSystemAppHolds(
        call, NEEDED, () -> call.trust(new Trust.LockScreen(locks), reply -> tellOthers(call)));
  }

  private void tellOthers(RunningCall call) {
    call.screenIs(locks);
    ScreenChange change = locks ? ScreenChange.LOCKED : ScreenChange.UNLOCKED;
    call.devices(new DeviceManager.Screen(change), refusal -> call.answer(CallOutcome.done()));
  }
}
