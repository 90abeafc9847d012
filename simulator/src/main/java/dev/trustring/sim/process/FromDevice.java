package dev.trustring.sim.process;

import akka.actor.AddressFromURIString;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.atm.Atm;
import dev.trustring.atm.GrantEffect;
import dev.trustring.atm.token.BundleName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.host.DeviceHost;
import dev.trustring.device.nearby.AppCallback;
import dev.trustring.device.nearby.ScreenChange;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.Payload;
import dev.trustring.device.session.SessionCallback;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.service.DeathNotice;
import dev.trustring.kv.service.KvCaller;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreSession;
import dev.trustring.sim.cluster.RingEndpointActor;
import dev.trustring.sim.cluster.RingView;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ring.Ring;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a device in a process of its own says to its world. */
sealed interface FromDevice {

  /** The world's end. */
  interface Listener {
    /** The world as a device meets it. */
    DeviceHost host();

    void ready(String address);

    void stored(StoreKey store, KvStore.Event event, Optional<StoreImage> whole);

    void answered(long question, CallOutcome outcome);

    void inspected(long question, ReceiverReport report);

    void cameIn(Frame frame);

    void endpointAt(String address);

    /** What an endpoint needs of its device. */
    RingEndpointActor.Ports ports(int endpoint);

    void failed(String line, boolean byUser);
  }

  /** Hears what is said. */
  void heardBy(Listener world);

  /** What was so when it was said; it is heard also when the device has lost its power since. */
  sealed interface Fact extends FromDevice {}

  /** The device runs and takes frames at that address. */
  record Ready(String address) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.ready(address);
    }
  }

  /**
   * The process cannot go on.
   *
   * @param line why, for people
   * @param byUser whether the user's machine is to blame and not the tool
   */
  record Failed(String line, boolean byUser) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.failed(line, byUser);
    }
  }

  /** See {@link DeviceHost#transmit}. */
  record Transmit(Frame frame) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.host().transmit(frame);
    }
  }

  /** See {@link DeviceHost#broadcast}. */
  record Broadcast(DeviceName from, Bearer bearer, Payload payload) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.host().broadcast(from, bearer, payload);
    }
  }

  /** A frame of another device has come in. */
  record CameIn(Frame frame) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.cameIn(frame);
    }
  }

  /** The rings that the device's stored trust puts it in, with their keys: the world is its own. */
  record RingsChanged(DeviceIdentity self, List<Ring> rings) implements FromDevice {
    public RingsChanged {
      rings = List.copyOf(rings);
    }

    @Override
    public void heardBy(Listener world) {
      world.host().membership().ringsChanged(self, rings);
    }
  }

  /** See {@link DeviceHost#announce}. */
  record Announce(DeviceIdentity self, Optional<AccountHash> account) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.host().announce(self, account);
    }
  }

  /** See {@link DeviceHost#showPin}. */
  record ShowPin(DeviceName shownOn, DeviceName readBy, int pin) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.host().showPin(shownOn, readBy, pin);
    }
  }

  /** See {@link DeviceHost#playPin}. */
  record PlayPin(DeviceName by, int pin) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.host().playPin(by, pin);
    }
  }

  /** See {@link DeviceHost#screen}. */
  record Screen(DeviceName self, ScreenChange change) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.host().screen(self, change);
    }
  }

  /** An end of a ring was started there. */
  record EndpointAt(String address) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.endpointAt(address);
    }
  }

  /** An end of a ring looks for a peer. */
  record Probe(int endpoint, DeviceName to, String self, String founder, boolean answer)
      implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.ports(endpoint).probe(to, AddressFromURIString.parse(self), founder, answer);
    }
  }

  /** What an end of a ring sees. */
  record View(int endpoint, RingView view) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.ports(endpoint).view(view);
    }
  }

  /** An end of a ring has to join another cluster. */
  record Moves(int endpoint) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.ports(endpoint).moves();
    }
  }

  /** An end of a ring was put out. */
  record Expelled(int endpoint) implements FromDevice {
    @Override
    public void heardBy(Listener world) {
      world.ports(endpoint).expelled();
    }
  }

  /** A call has returned; no value is null. */
  record Returned(long question, Optional<JsonNode> value) implements Fact {
    public Returned {
      value = value.filter(node -> !node.isNull());
    }

    @Override
    public void heardBy(Listener world) {
      world.answered(question, value.map(CallOutcome::of).orElseGet(CallOutcome::done));
    }
  }

  /** A call has thrown. */
  record Threw(long question, CallOutcome.Threw thrown) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.answered(question, thrown);
    }
  }

  /** What the device knows of an attempt. */
  record Inspected(long question, ReceiverReport report) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.inspected(question, report);
    }
  }

  /** The AccessTokenManager has stored something. */
  record PermissionStored(Atm.Event event) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().permissionStored(event);
    }
  }

  /** An app's listener for changed permissions was called. */
  record PermissionStateChange(GrantEffect.CallBack call) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().permissionStateChange(call);
    }
  }

  /** An app's listener at the DeviceManager was called. */
  record DeviceCallback(AppCallback call) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().deviceCallback(call);
    }
  }

  /** An app's callback for the death of the data service was called. */
  record ServiceDied(DeathNotice notice) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().serviceDied(notice);
    }
  }

  /** The process of an app has ended. */
  record AppEnded(BundleName app, OsAccountId user) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().appEnded(app, user);
    }
  }

  /** A process's session listener was called. */
  record SessionEvent(SessionCallback callback) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().sessionEvent(callback);
    }
  }

  /** The device's trust has stored something. */
  record TrustStored(TrustEvent event) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().trustStored(event);
    }
  }

  /** The device could not join a node. */
  record JoinFailed(DeviceName peer, JoinCode why) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().joinFailed(peer, why);
    }
  }

  /** A peer is online or not. */
  record PeerState(DeviceName peer, boolean online) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().peerState(peer, online);
    }
  }

  /** A dialog was shown, answered or closed. */
  record Dialog(String what) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().dialog(what);
    }
  }

  /**
   * A store has something on disk.
   *
   * @param whole the store after it, the first time in a life of the device. A former life may have
   *     ended between storing something and telling of it
   */
  record Stored(StoreKey store, KvStore.Event event, Optional<StoreImage> whole) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.stored(store, event, whole);
    }
  }

  /** An app's callback for changes of its store was called. */
  record DataChange(StoreKey store, StoreSession.Told told) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().dataChange(store, told);
    }
  }

  /** An attempt of the device has ended. */
  record AttemptEnded(AttemptReport report) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().attemptEnded(report);
    }
  }

  /** A request of a peer was judged. */
  record Received(ReceiverReport report) implements Fact {
    @Override
    public void heardBy(Listener world) {
      world.host().observer().received(report);
    }
  }

  /** The app's callback was called. */
  record SyncComplete(KvCaller caller, StoreId store, SortedMap<DeviceName, Integer> numbers)
      implements Fact {
    public SyncComplete {
      numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }

    @Override
    public void heardBy(Listener world) {
      world.host().observer().syncComplete(caller, store, numbers);
    }
  }
}
