package dev.trustring.device.call;

import dev.trustring.atm.Atm;
import dev.trustring.atm.kit.KitChange;
import dev.trustring.atm.kit.KitState;
import dev.trustring.atm.lite.Lite;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.device.lnn.LnnAsk;
import dev.trustring.device.lnn.LnnReply;
import dev.trustring.device.nearby.Desk;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.nearby.DiscoveryRefusal;
import dev.trustring.device.net.Payload;
import dev.trustring.device.profile.AppPackage;
import dev.trustring.device.session.SessionCall;
import dev.trustring.device.session.SessionReply;
import dev.trustring.kv.service.KvCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.LevelAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A platform call in flight, as its class sees it: who calls, and the services it may ask. */
public interface RunningCall {

  Caller caller();

  Arguments arguments();

  DeviceIdentity device();

  /** The devices that the device manager lists as online now, authorised or not. */
  List<DeviceName> onlinePeers();

  /** An app that can be had from the market, by the alias of the scenario. */
  Optional<AppPackage> market(String alias);

  /** Asks the AccessTokenManager. */
  void atm(Atm.Command command, Consumer<Atm.Reply> then);

  /** Asks the device's trust. */
  void trust(Trust.Command command, Consumer<Trust.Reply> then);

  /** Tells the data service that the screen is locked from now on, or is not any more. */
  void screenIs(boolean locked);

  /** Asks the data service. */
  void kv(KvCall call, Consumer<KvCall.Reply> then);

  /** The process of an app has ended. */
  void ended(TokenIdentity app);

  /** Asks the permission service of a mini or small system. */
  void lite(Lite.Command command, Consumer<Lite.Reply> then);

  /** Makes a change in the permission kit, if there is one to make, and reads what it keeps. */
  void kit(Optional<KitChange> change, Consumer<KitState> then);

  /** Asks about an app of another device. */
  void remote(RemoteCall question, Consumer<Long> then);

  /** What calls have to know of the DeviceManager beforehand. */
  Desk desk();

  /** What a device tells of itself: this one, or a peer that is online. */
  Optional<Payload.NodeAttributes> node(DeviceName device);

  /** Tells the DeviceManager; the answer is why a discovery did not start. */
  void devices(DeviceManager.Command command, Consumer<Optional<DiscoveryRefusal>> then);

  /** Asks for the security level of a device, for so many seconds. */
  void level(DeviceIdentity device, int seconds, Consumer<LevelAnswer> then);

  /** Asks the soft bus about sessions. */
  void session(SessionCall call, Consumer<SessionReply> then);

  /** Asks the soft bus about nodes. */
  void lnn(LnnAsk call, Consumer<LnnReply> then);

  /** Ends the call. Called exactly once. */
  void answer(CallOutcome outcome);
}
