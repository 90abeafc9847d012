package dev.trustring.kv.service;

import static dev.trustring.kv.DeviceFixture.NOTES;
import static dev.trustring.kv.DeviceFixture.NOTES_APP;
import static dev.trustring.kv.DeviceFixture.STORE;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.SoftBusCode;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.point.FaultPoints;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.PacketLimits;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.StoreSession;
import dev.trustring.kv.store.StoreState;
import dev.trustring.kv.store.Value;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.kv.sync.Self;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.level.DeviceLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A phone and a tablet whose data services talk over a wire that the test can cut. */
final class TwoDevices {
  static final PermissionName DATASYNC = PermissionName.DISTRIBUTED_DATASYNC;

  private static final TokenIdentity APP = TokenIdentity.of(NOTES.value());
  static final KvCaller CALLER = new KvCaller(NOTES, NOTES_APP, OsAccountId.FIRST, 0);

  /** One device: its parts, and what its app saw. */
  final class Device implements KvObserver {
    final DeviceName name;
    final TestProbe<SortedMap<DeviceName, Integer>> completed = kit.createTestProbe();
    final TestProbe<AttemptReport> attempts = kit.createTestProbe();
    final TestProbe<ReceiverReport> received = kit.createTestProbe();
    final TestProbe<StoreSession.Told> changes = kit.createTestProbe();
    private final TestProbe<KvCall.Reply> replies = kit.createTestProbe();
    private final ActorRef<AtmActor.Message> atm;
    private final ActorRef<TrustActor.Message> trust;
    private volatile ActorRef<KvServiceActor.Message> service;
    volatile InstantSource clock = () -> Instant.ofEpochSecond(5);
    private KvProcess process = new KvProcess("1", false);

    private Device(String name) {
      this.name = new DeviceName(name);
      atm =
          kit.spawn(
              AtmActor.create(
                  story + "/atm/" + name,
                  new AtmActor.Ports(
                      PermissionCatalogue.standard(),
                      new SplittableRandom(7),
                      dialog -> {},
                      event -> {})));
      trust =
          kit.spawn(
              TrustActor.create(
                  story + "/trust/" + name,
                  DeviceIdentity.of(name),
                  new TrustActor.Ports(
                      new SplittableRandom(8), () -> Instant.EPOCH, effect -> {}, event -> {})));
      service = startService(1);
    }

    private ActorRef<KvServiceActor.Message> startService(int boot) {
      return kit.spawn(
          KvServiceActor.create(
              story + "/kv/" + name,
              new KvServiceActor.Ports(
                  new Self(
                      name, boot, rules, Optional.of(DeviceLevel.SL3), Optional.of(true), packets),
                  () -> clock.instant(),
                  atm,
                  trust,
                  (to, message) -> carry(this, device(to), message),
                  peer -> {},
                  FaultPoints.NONE,
                  this)));
    }

    /** The data service is gone and comes back with what is on its disk. */
    void restarts() {
      kit.stop(service);
      service = startService(2);
    }

    void installs() {
      holds(new Atm.Command.Install(HapInstall.ordinary(APP, DATASYNC)));
    }

    void grants() {
      holds(new Atm.Command.Grant(APP, DATASYNC, PermissionFlag.USER_FIXED));
    }

    void revokes() {
      holds(new Atm.Command.Revoke(APP, DATASYNC, PermissionFlag.USER_FIXED));
    }

    private void holds(Atm.Command command) {
      TestProbe<Atm.Reply> answer = kit.createTestProbe();
      atm.tell(new AtmActor.Ask(command, answer.getRef()));
      answer.receiveMessage();
    }

    void bonds(Device other, RowSide side) {
      List<AccessRow> rows =
          AccessRow.bond(
              Parties.with(DeviceIdentity.of(other.name)), new PkgName(NOTES.value()), side);
      trusts(new Trust.Establish(rows));
    }

    private void trusts(Trust.Command command) {
      TestProbe<Trust.Reply> answer = kit.createTestProbe();
      trust.tell(new TrustActor.Ask(command, answer.getRef()));
      answer.receiveMessage();
    }

    /** An administrator forbids its user to send, or allows it again. */
    void mayNotSend(boolean forbidden) {
      trusts(new Trust.HoldUserBack(OsAccountId.FIRST, forbidden));
    }

    /** Takes its own half of the bond away; the other device hears nothing of it. */
    void forgets(Device other) {
      trusts(new Trust.Unbind(DeviceIdentity.of(other.name), new PkgName(NOTES.value())));
    }

    void sees(Device other, boolean online) {
      sees(
          other,
          new PeerInfo(true, online, Optional.of(DeviceLevel.SL3), false, Optional.of(true)));
    }

    void sees(Device other, PeerInfo info) {
      service.tell(new KvServiceActor.PeerChanged(other.name, info));
    }

    KvCall.Reply calls(KvCall call) {
      service.tell(new KvServiceActor.Call(call, replies.getRef()));
      return replies.receiveMessage();
    }

    KvCall.Reply opens(SecurityLabel label) {
      return opens(STORE, label, false);
    }

    KvCall.Reply opens(StoreId store, SecurityLabel label, boolean autoSync) {
      StoreOptions options =
          new StoreOptions(
              true, false, true, autoSync, KvStoreType.SINGLE_VERSION, label, Optional.empty());
      return calls(new KvCall.GetStore(CALLER, store, options));
    }

    void expects(String group, String declared) {
      DataGroup standing =
          new DataGroup(Optional.of(group), List.of(declared), "acme", Optional.empty());
      calls(new KvCall.CreateManager(CALLER, CALLER.bundle(), standing));
    }

    /** From now on the app calls from there. */
    void runsAs(String processId, boolean inTheBackground) {
      process = new KvProcess(processId, inTheBackground);
    }

    KvCall.Reply setsSyncParam(Duration delay) {
      return calls(new KvCall.SetSyncParam(CALLER, STORE, process, delay));
    }

    KvCall.Reply closes() {
      return calls(new KvCall.CloseStore(CALLER, Optional.empty(), STORE));
    }

    KvCall.Reply deletes() {
      return calls(new KvCall.DeleteStore(CALLER, NOTES.value(), STORE));
    }

    KvCall.Reply uses(KvStore.Command command) {
      return calls(new KvCall.OnStore(CALLER, STORE, command));
    }

    KvCall.Reply puts(String key, String value) {
      return uses(new KvStore.Command.Put(Key.of(key), new Value(Value.Type.STRING, value)));
    }

    KvCall.Reply gets(String key) {
      return uses(new KvStore.Command.Get(Key.of(key)));
    }

    private KvCall.Reply call(
        List<DeviceName> targets, TaskMode mode, Duration delay, Optional<Query> query) {
      return calls(new KvCall.Sync(CALLER, STORE, targets, mode, delay, process, query));
    }

    KvCall.Reply syncs() {
      return syncsAfter(Duration.ZERO);
    }

    KvCall.Reply syncsAfter(Duration delay) {
      return call(List.of(), TaskMode.PUSH, delay, Optional.empty());
    }

    /** The number that the callback of such a sync brings for the other device. */
    int syncsWith(Device other, TaskMode mode) {
      starts(other, mode);
      return number(other);
    }

    /** The same of what a query finds. */
    int syncsWith(Device other, TaskMode mode, Query query) {
      asks(other, mode, query);
      return number(other);
    }

    KvCall.Reply asks(Device other, TaskMode mode, Query query) {
      return call(List.of(other.name), mode, Duration.ZERO, Optional.of(query));
    }

    void starts(Device other, TaskMode mode) {
      call(List.of(other.name), mode, Duration.ZERO, Optional.empty());
    }

    int number(Device other) {
      return Objects.requireNonNull(completed.receiveMessage().get(other.name));
    }

    /** Names the other device, whether or not it is online, and asks for a delay. */
    KvCall.Reply syncsWithin(Device other, Duration delay) {
      return call(List.of(other.name), TaskMode.PUSH, delay, Optional.empty());
    }

    /** The number that the callback brings for the other device. */
    int syncsWith(Device other) {
      KvCall.Reply reply = syncs();
      if (!reply.equals(new KvCall.Reply.Done())) {
        throw new AssertionError("sync answered " + reply);
      }
      return number(other);
    }

    /** The process of the app is gone; the next call comes from another. */
    void appEnds() {
      service.tell(new KvServiceActor.AppEnded(CALLER.bundle(), CALLER.user()));
    }

    void tells(KvServiceActor.Message message) {
      service.tell(message);
    }

    @Override
    public void dataChange(StoreKey store, StoreSession.Told told) {
      changes.getRef().tell(told);
    }

    @Override
    public void stored(StoreKey store, KvStore.Event event, StoreState after) {}

    @Override
    public void attemptEnded(AttemptReport report) {
      attempts.getRef().tell(report);
    }

    @Override
    public void received(ReceiverReport report) {
      received.getRef().tell(report);
    }

    @Override
    public void syncComplete(
        KvCaller caller, StoreId store, SortedMap<DeviceName, Integer> numbers) {
      completed.getRef().tell(numbers);
    }
  }

  final Device phone;
  final Device tablet;
  private final ActorTestKit kit;
  private final String story;
  private final RuleSet rules;
  private final PacketLimits packets;
  private final List<String> wire = new CopyOnWriteArrayList<>();
  private volatile Predicate<SyncMessage> lost = message -> false;
  private volatile Predicate<SyncMessage> swallowed = message -> false;
  private volatile Consumer<SyncMessage> onSwallow = message -> {};

  /** Both installed the app and hold the permission, are bonded and see each other. */
  TwoDevices(ActorTestKit kit, String story, RuleSet rules) {
    this(kit, story, rules, PacketLimits.PLATFORM);
  }

  TwoDevices(ActorTestKit kit, String story, RuleSet rules, PacketLimits packets) {
    this.packets = packets;
    this.kit = kit;
    this.story = story;
    this.rules = rules;
    phone = new Device("phone");
    tablet = new Device("tablet");
    List.of(phone, tablet).forEach(Device::installs);
    phone.bonds(tablet, RowSide.ACCESSER);
    tablet.bonds(phone, RowSide.ACCESSEE);
    meet();
  }

  TwoDevices withGrants() {
    List.of(phone, tablet).forEach(Device::grants);
    return this;
  }

  TwoDevices withOpenStores() {
    phone.opens(SecurityLabel.S1);
    tablet.opens(SecurityLabel.S1);
    return this;
  }

  void meet() {
    phone.sees(tablet, true);
    tablet.sees(phone, true);
  }

  /** From now on the soft bus cannot deliver what fits, and says so to whoever sent it. */
  void lose(Predicate<SyncMessage> unlucky) {
    lost = unlucky;
  }

  /** From now on what fits vanishes, and the test hears of it instead. */
  void swallow(Predicate<SyncMessage> unlucky, Runnable then) {
    hold(unlucky, message -> then.run());
  }

  /** From now on what fits does not arrive; the test gets it instead. */
  void hold(Predicate<SyncMessage> late, Consumer<SyncMessage> then) {
    swallowed = late;
    onSwallow = then;
  }

  /** What went over the wire since the last look, lost messages in brackets. */
  List<String> wire() {
    List<String> seen = List.copyOf(wire);
    wire.clear();
    return seen;
  }

  private Device device(DeviceName name) {
    return name.equals(phone.name) ? phone : tablet;
  }

  private void carry(Device from, Device to, SyncMessage message) {
    String word = message.getClass().getSimpleName();
    if (lost.test(message)) {
      wire.add("(" + word + ")");
      from.service.tell(
          new KvServiceActor.LinkFailed(message.attempt(), new SoftBusCode(-1, "no lane")));
      return;
    }
    wire.add(word);
    if (swallowed.test(message)) {
      onSwallow.accept(message);
      return;
    }
    to.service.tell(new KvServiceActor.FromPeer(from.name, message));
  }
}
