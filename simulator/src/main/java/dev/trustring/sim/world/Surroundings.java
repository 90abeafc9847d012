package dev.trustring.sim.world;

import dev.trustring.atm.Atm;
import dev.trustring.atm.GrantEffect;
import dev.trustring.atm.token.BundleName;
import dev.trustring.device.host.DeviceHost;
import dev.trustring.device.host.DeviceObserver;
import dev.trustring.device.nearby.AppCallback;
import dev.trustring.device.nearby.ScreenChange;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.Payload;
import dev.trustring.device.session.SessionCallback;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.point.FaultPoints;
import dev.trustring.kv.service.DeathNotice;
import dev.trustring.kv.service.KvCaller;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SavedPacket;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreSession;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.BindTurn;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ring.RingMembership;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The world as one device meets it, and the ear that the world has on that device. */
final class Surroundings implements DeviceHost, DeviceObserver {

  private final World world;
  private final DeviceName device;
  private final Map<DeviceName, AttemptId> attempts = new TreeMap<>();

  Surroundings(World world, DeviceName device) {
    this.world = world;
    this.device = device;
  }

  @Override
  public void transmit(Frame frame) {
    enter(() -> world.air().transmit(frame));
  }

  /** Who is too far away for that bearer hears nothing; of all others the network decides. */
  @Override
  public void broadcast(DeviceName from, Bearer bearer, Payload payload) {
    enter(
        () ->
            world.scenario().devices().stream()
                .map(other -> other.profile().name())
                .filter(other -> !other.equals(from))
                .filter(other -> world.topology().couldCarry(from, other, bearer))
                .forEach(other -> world.air().transmit(new Frame(from, other, bearer, payload))));
  }

  @Override
  public void deviceCallback(AppCallback call) {
    enter(() -> world.happened(new Happening.DeviceCallback(device, call)));
  }

  @Override
  public RingMembership membership() {
    return (self, rings) -> heard(() -> world.membership().ringsChanged(self, rings));
  }

  @Override
  public void announce(DeviceIdentity self, Optional<AccountHash> account) {
    heard(() -> world.announce(self.name(), account));
  }

  @Override
  public void showPin(DeviceName shownOn, DeviceName readBy, int pin) {
    enter(() -> world.senses().showPin(shownOn, readBy, pin));
  }

  @Override
  public void playPin(DeviceName by, int pin) {
    enter(() -> world.senses().playPin(by, pin));
  }

  @Override
  public void screen(DeviceName self, ScreenChange change) {
    heard(
        () -> {
          world.note("screen", self, change.word());
          world.topology().screens().changes(self, change);
          world.topologyChanged();
        });
  }

  @Override
  public FaultPoints points() {
    return Chance.of(world, device);
  }

  @Override
  public DeviceObserver observer() {
    return this;
  }

  @Override
  public void permissionStored(Atm.Event event) {
    enter(() -> world.happened(new Happening.PermissionStored(device, event)));
  }

  @Override
  public void trustStored(TrustEvent event) {
    enter(() -> world.happened(new Happening.TrustStored(device, event)));
  }

  @Override
  public void bindTurned(BindTurn turn) {
    enter(() -> world.happened(new Happening.BindTurned(device, turn)));
  }

  @Override
  public void peerState(DeviceName peer, boolean online) {
    enter(() -> world.happened(new Happening.PeerState(device, peer, online)));
  }

  @Override
  public void joinFailed(DeviceName peer, JoinCode why) {
    enter(() -> world.happened(new Happening.JoinFailed(device, peer, why)));
  }

  @Override
  public void dialog(String what) {
    enter(() -> world.note("dialog", device, what));
  }

  @Override
  public void permissionStateChange(GrantEffect.CallBack call) {
    enter(() -> world.happened(new Happening.PermissionStateChanged(device, call)));
  }

  @Override
  public void appEnded(BundleName app, OsAccountId user) {
    enter(() -> world.happened(new Happening.AppEnded(device, app, user)));
  }

  @Override
  public void serviceDied(DeathNotice notice) {
    enter(() -> world.happened(new Happening.ServiceDied(device, notice)));
  }

  @Override
  public void sessionEvent(SessionCallback callback) {
    enter(() -> world.happened(new Happening.SessionEvent(device, callback)));
  }

  @Override
  public void stored(StoreKey store, KvStore.Event event, StoreState after) {
    enter(() -> world.happened(new Happening.StoreChanged(device, store, event, after)));
  }

  @Override
  public void read(StoreKey store, StoreState state) {
    enter(() -> world.happened(new Happening.StoreRead(device, store, state)));
  }

  @Override
  public void saved(StoreKey store, SavedPacket packet) {
    enter(() -> world.happened(new Happening.PacketSaved(device, store, packet)));
  }

  @Override
  public void dataChange(StoreKey store, StoreSession.Told told) {
    enter(() -> world.happened(new Happening.DataChanged(device, store, told)));
  }

  @Override
  public void attemptEnded(AttemptReport report) {
    enter(
        () -> {
          attempts.put(report.to(), report.id());
          world.guarded(() -> world.recorder().ended(report));
        });
  }

  @Override
  public void received(ReceiverReport report) {
    enter(
        () -> {
          world.happened(new Happening.Judged(device, report));
          world.guarded(() -> world.recorder().received(report));
        });
  }

  @Override
  public void syncComplete(KvCaller caller, StoreId store, SortedMap<DeviceName, Integer> numbers) {
    enter(() -> completed(caller, store, numbers));
  }

  private void completed(KvCaller caller, StoreId store, SortedMap<DeviceName, Integer> numbers) {
    // The service reports the attempts of a call right before it calls the app back.
    Optional<AttemptId> first =
        numbers.keySet().stream()
            .flatMap(peer -> Optional.ofNullable(attempts.get(peer)).stream())
            .min(Comparator.comparingInt(AttemptId::number));
    world.happened(
        new Happening.SyncCompleted(device, caller.bundle(), caller.user(), store, numbers, first));
  }

  /** What a device that is shutting down still says to others comes to nobody. */
  private void heard(Runnable work) {
    enter(
        () -> {
          if (!world.isLeaving(device)) {
            work.run();
          }
        });
  }

  /** Actors of a real device run on threads of their own; the world has one. */
  private void enter(Runnable work) {
    world.agenda().enter(work);
  }
}
