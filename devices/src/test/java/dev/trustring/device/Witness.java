package dev.trustring.device;

import dev.trustring.atm.Atm;
import dev.trustring.atm.GrantEffect;
import dev.trustring.device.host.DeviceHost;
import dev.trustring.device.host.DeviceObserver;
import dev.trustring.device.nearby.AppCallback;
import dev.trustring.device.nearby.ScreenChange;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.Payload;
import dev.trustring.device.session.SessionCallback;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.service.KvCaller;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreSession;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.ring.RingId;
import dev.trustring.trust.ring.RingMembership;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The world around one of two devices: carries, introduces, and notes everything it hears. */
record Witness(TwoDevices.Device device, TwoDevices world) implements DeviceHost, DeviceObserver {

  record RingsSaid(List<Ring> rings) {
    Optional<RingId> ringWith(DeviceName peer) {
      return rings.stream().filter(ring -> ring.members().contains(peer)).map(Ring::id).findFirst();
    }
  }

  record PeerState(DeviceName peer, boolean online) {}

  record SyncComplete(SortedMap<DeviceName, Integer> numbers) {}

  record Dialog(String what) {}

  @Override
  public void transmit(Frame frame) {
    device.note(frame);
    world.carry(frame);
  }

  @Override
  public void broadcast(DeviceName from, Bearer bearer, Payload payload) {
    transmit(new Frame(from, world.peerOf(device).name(), bearer, payload));
  }

  @Override
  public void deviceCallback(AppCallback call) {
    device.note(call);
  }

  @Override
  public RingMembership membership() {
    return (self, rings) -> device.note(new RingsSaid(rings));
  }

  @Override
  public void announce(DeviceIdentity self, Optional<AccountHash> account) {
    account.ifPresent(hash -> world.peerOf(device).tell(new DeviceActor.PeerSeen(self, hash)));
  }

  @Override
  public void sessionEvent(SessionCallback callback) {
    device.note(callback);
  }

  @Override
  public void showPin(DeviceName shownOn, DeviceName readBy, int pin) {
    world.device(readBy).tell(new DeviceActor.PinRead(shownOn, pin));
  }

  @Override
  public void playPin(DeviceName by, int pin) {
    world.peerOf(device).tell(new DeviceActor.PinHeard(pin));
  }

  @Override
  public void screen(DeviceName self, ScreenChange change) {
    device.note(change);
  }

  @Override
  public DeviceObserver observer() {
    return this;
  }

  @Override
  public void permissionStored(Atm.Event event) {
    device.note(event);
  }

  @Override
  public void permissionStateChange(GrantEffect.CallBack call) {
    device.note(call);
  }

  @Override
  public void trustStored(TrustEvent event) {
    device.note(event);
  }

  @Override
  public void peerState(DeviceName peer, boolean online) {
    device.note(new PeerState(peer, online));
  }

  @Override
  public void joinFailed(DeviceName peer, JoinCode why) {
    device.note(why);
  }

  @Override
  public void dialog(String what) {
    device.note(new Dialog(what));
  }

  @Override
  public void stored(StoreKey store, KvStore.Event event, StoreState after) {
    device.note(event);
  }

  @Override
  public void dataChange(StoreKey store, StoreSession.Told told) {
    device.note(told);
  }

  @Override
  public void attemptEnded(AttemptReport report) {
    device.note(report);
  }

  @Override
  public void received(ReceiverReport report) {
    device.note(report);
  }

  @Override
  public void syncComplete(KvCaller caller, StoreId store, SortedMap<DeviceName, Integer> numbers) {
    device.note(new SyncComplete(numbers));
  }
}
