package dev.trustring.sim.process;

import dev.trustring.atm.Atm;
import dev.trustring.atm.GrantEffect;
import dev.trustring.atm.token.BundleName;
import dev.trustring.device.call.CallOutcome;
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
import dev.trustring.kv.service.DeathNotice;
import dev.trustring.kv.service.KvCaller;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreSession;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ring.RingMembership;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Stands for the world in the process of a device: tells the world all that it would be told. */
final class Reporter implements DeviceHost, DeviceObserver {

  private final Consumer<FromDevice> world;
  private final Set<StoreKey> told = ConcurrentHashMap.newKeySet();

  Reporter(Consumer<FromDevice> world) {
    this.world = world;
  }

  /** A platform call has ended. */
  void answered(long question, CallOutcome outcome) {
    if (outcome instanceof CallOutcome.Returned returned) {
      world.accept(new FromDevice.Returned(question, Optional.of(returned.value())));
    } else if (outcome instanceof CallOutcome.Threw threw) {
      world.accept(new FromDevice.Threw(question, threw));
    } else {
      throw new AssertionError(outcome);
    }
  }

  @Override
  public void transmit(Frame frame) {
    world.accept(new FromDevice.Transmit(frame));
  }

  @Override
  public void broadcast(DeviceName from, Bearer bearer, Payload payload) {
    world.accept(new FromDevice.Broadcast(from, bearer, payload));
  }

  @Override
  public void deviceCallback(AppCallback call) {
    world.accept(new FromDevice.DeviceCallback(call));
  }

  @Override
  public RingMembership membership() {
    return (self, rings) -> world.accept(new FromDevice.RingsChanged(self, rings));
  }

  @Override
  public void announce(DeviceIdentity self, Optional<AccountHash> account) {
    world.accept(new FromDevice.Announce(self, account));
  }

  @Override
  public void showPin(DeviceName shownOn, DeviceName readBy, int pin) {
    world.accept(new FromDevice.ShowPin(shownOn, readBy, pin));
  }

  @Override
  public void playPin(DeviceName by, int pin) {
    world.accept(new FromDevice.PlayPin(by, pin));
  }

  @Override
  public void screen(DeviceName self, ScreenChange change) {
    world.accept(new FromDevice.Screen(self, change));
  }

  @Override
  public DeviceObserver observer() {
    return this;
  }

  @Override
  public void permissionStored(Atm.Event event) {
    world.accept(new FromDevice.PermissionStored(event));
  }

  @Override
  public void permissionStateChange(GrantEffect.CallBack call) {
    world.accept(new FromDevice.PermissionStateChange(call));
  }

  @Override
  public void serviceDied(DeathNotice notice) {
    world.accept(new FromDevice.ServiceDied(notice));
  }

  @Override
  public void appEnded(BundleName app, OsAccountId user) {
    world.accept(new FromDevice.AppEnded(app, user));
  }

  @Override
  public void sessionEvent(SessionCallback callback) {
    world.accept(new FromDevice.SessionEvent(callback));
  }

  @Override
  public void trustStored(TrustEvent event) {
    world.accept(new FromDevice.TrustStored(event));
  }

  @Override
  public void peerState(DeviceName peer, boolean online) {
    world.accept(new FromDevice.PeerState(peer, online));
  }

  @Override
  public void joinFailed(DeviceName peer, JoinCode why) {
    world.accept(new FromDevice.JoinFailed(peer, why));
  }

  @Override
  public void dialog(String what) {
    world.accept(new FromDevice.Dialog(what));
  }

  @Override
  public void stored(StoreKey store, KvStore.Event event, StoreState after) {
    Optional<StoreImage> whole =
        told.add(store) ? Optional.of(StoreImage.of(after)) : Optional.empty();
    world.accept(new FromDevice.Stored(store, event, whole));
  }

  @Override
  public void dataChange(StoreKey store, StoreSession.Told told) {
    world.accept(new FromDevice.DataChange(store, told));
  }

  @Override
  public void attemptEnded(AttemptReport report) {
    world.accept(new FromDevice.AttemptEnded(report));
  }

  @Override
  public void received(ReceiverReport report) {
    world.accept(new FromDevice.Received(report));
  }

  @Override
  public void syncComplete(KvCaller caller, StoreId store, SortedMap<DeviceName, Integer> numbers) {
    world.accept(new FromDevice.SyncComplete(caller, store, numbers));
  }
}
