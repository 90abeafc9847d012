package dev.trustring.sim.net;

import dev.trustring.device.nearby.ScreenChange;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.trust.identity.DeviceName;
import java.util.TreeSet;

/** The screens of all devices as their devices tell of them; on and unlocked at every boot. */
public final class Screens {

  private final TreeSet<DeviceName> off = new TreeSet<>();
  private final TreeSet<DeviceName> locked = new TreeSet<>();
  private final Causes<DeviceName> kept = new Causes<>();

  Screens() {}

  /** A device tells what has become of its screen. */
  public void changes(DeviceName device, ScreenChange change) {
    switch (change) {
      case OFF -> off.add(device);
      case ON -> off.remove(device);
      case LOCKED -> locked.add(device);
      case UNLOCKED -> locked.remove(device);
    }
  }

  /** There is a cause to switch the screen off. */
  public void keepOff(DeviceName device, FactKey cause) {
    kept.add(device, cause);
  }

  /** Ends one cause to have the screen off; whether it was the last. */
  public boolean endOff(DeviceName device, FactKey cause) {
    return kept.end(device, cause);
  }

  void starts(DeviceName device) {
    off.remove(device);
    locked.remove(device);
    kept.endAll(device);
  }

  public boolean isOff(DeviceName device) {
    return off.contains(device);
  }

  /** Heartbeats run only while the screen is on and unlocked (trust-and-softbus §5.5). */
  public boolean letsHeartbeatsRun(DeviceName device) {
    return !off.contains(device) && !locked.contains(device);
  }
}
