package dev.trustring.device.host;

import dev.trustring.atm.Atm;
import dev.trustring.atm.GrantEffect;
import dev.trustring.device.nearby.AppCallback;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.session.SessionCallback;
import dev.trustring.kv.service.KvObserver;
import dev.trustring.trust.TrustObserver;
import dev.trustring.trust.identity.DeviceName;

/** Hears everything of note that happens on a device, after it is on disk; changes nothing. */
public interface DeviceObserver extends KvObserver, TrustObserver {

  /** The AccessTokenManager has stored something. */
  void permissionStored(Atm.Event event);

  /** An app's listener for changed permissions was called. */
  void permissionStateChange(GrantEffect.CallBack call);

  /** An app's listener at the DeviceManager was called. */
  void deviceCallback(AppCallback call);

  /** A process's session listener was called. */
  void sessionEvent(SessionCallback callback);

  /** The device manager says of a peer: online or not. */
  void peerState(DeviceName peer, boolean online);

  /** Joining a node has failed. */
  void joinFailed(DeviceName peer, JoinCode why);

  /** A dialog was shown, answered or closed. */
  void dialog(String what);
}
