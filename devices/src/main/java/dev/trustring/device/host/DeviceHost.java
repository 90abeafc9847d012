package dev.trustring.device.host;

import dev.trustring.device.nearby.ScreenChange;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.kv.point.FaultPoints;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.RingMembership;
import java.util.Optional;

/** The world as a device meets it: the air, the rings, other devices, people's eyes, and sound. */
public interface DeviceHost {

  /** Puts a frame on the air. Whether and when it arrives is not the device's to know. */
  void transmit(Frame frame);

  /** Puts the same payload on the air to everybody who can hear it over that bearer. */
  void broadcast(DeviceName from, Bearer bearer, Payload payload);

  /** The port through which stored trust becomes membership. */
  RingMembership membership();

  /**
   * Says whom this device looks for: devices of the same account in reach will be shown to it
   * (trust-and-softbus §5.3, automatic join).
   */
  void announce(DeviceIdentity self, Optional<AccountHash> account);

  /** A PIN is on the screen; the person in front of the other device reads it there. */
  void showPin(DeviceName shownOn, DeviceName readBy, int pin);

  /**
   * A PIN is said as sound that people do not hear; whoever is near enough hears it, if it listens
   * (trust-and-softbus §2.6).
   */
  void playPin(DeviceName by, int pin);

  /** The screen goes on or off, or is locked or opened; heartbeats depend on it (§5.5). */
  void screen(DeviceName self, ScreenChange change);

  /** Where the device may take the rarer way; nowhere by default. */
  default FaultPoints points() {
    return FaultPoints.NONE;
  }

  /** Whoever watches this device. */
  DeviceObserver observer();
}
