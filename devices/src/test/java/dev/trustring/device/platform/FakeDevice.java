package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmFact;
import dev.trustring.atm.AtmState;
import dev.trustring.atm.GrantEffect;
import dev.trustring.atm.kit.KitChange;
import dev.trustring.atm.kit.KitState;
import dev.trustring.atm.lite.Lite;
import dev.trustring.atm.lite.LiteFiles;
import dev.trustring.atm.lite.LiteTasks;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.request.RequestId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.atm.uptime.ServiceHealth;
import dev.trustring.device.SampleApps;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.RemoteCall;
import dev.trustring.device.call.RunningCall;
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
import dev.trustring.trust.Sessions;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.level.LevelAnswer;
import dev.trustring.trust.level.LevelCode;
import dev.trustring.trust.wire.BindReason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A phone whose services answer at once, straight from their rules. */
final class FakeDevice {
  static final Caller SETTINGS = new Caller.Settings(UserId.FIRST);
  static final Caller NOTES = app(SampleApps.NOTES);
  static final DeviceIdentity PHONE = DeviceIdentity.of("phone");
  static final DeviceIdentity TABLET = DeviceIdentity.of("tablet");

  private final RandomGenerator random = new SplittableRandom(1);
  private final Map<RequestId, Consumer<Atm.Reply>> askers = new TreeMap<>();
  private final Deque<DialogId> screen = new ArrayDeque<>();
  private final List<DeviceName> online = new ArrayList<>();
  private final FakeStores stores = new FakeStores();
  private final Deque<DialogId> sheets = new ArrayDeque<>();
  private final List<GrantEffect> effects = new ArrayList<>();
  private AtmState tokens = AtmState.EMPTY;
  private PendingRequests pending = PendingRequests.NONE;
  private LiteFiles liteFiles = LiteFiles.NONE;
  private LiteTasks liteTasks = LiteTasks.NONE;
  private KitState kit = KitState.EMPTY;
  private final DeviceManager devices = new DeviceManager(PHONE.name(), 0x0E, List.of());
  private final List<DeviceManager.Effect> deviceEffects = new ArrayList<>();
  private LevelAnswer level = new LevelAnswer(3, LevelCode.SUCCESS);
  private final List<RemoteCall> remoteCalls = new ArrayList<>();
  private TrustState trust = TrustState.factoryNew();
  private Sessions sessions = Sessions.NONE;
  private Optional<Consumer<Trust.Reply>> binder = Optional.empty();
  private SessionReply ofSessions = new SessionReply.Done();
  private final List<SessionCall> sessionCalls = new ArrayList<>();
  LnnReply ofNodes = new LnnReply.Done();

  static FakeDevice aPhone() {
    return new FakeDevice();
  }

  static Caller app(AppPackage contents) {
    return new Caller.App(contents, UserId.FIRST, 0);
  }

  /** A phone with these apps, by the aliases of the market. */
  FakeDevice with(String... aliases) {
    for (String alias : aliases) {
      call(SETTINGS, "installer.install", "{app: '" + alias + "'}");
    }
    return this;
  }

  /** A phone on which the notes may exchange data. */
  FakeDevice withGrantedNotes() {
    with("notes");
    call(
        SETTINGS,
        "abilityAccessCtrl.grantUserGrantedPermission",
        "{app: 'notes', permissionName: 'ohos.permission.DISTRIBUTED_DATASYNC',"
            + " permissionFlags: 2}");
    return this;
  }

  /** A phone on which the notes have opened their store. */
  FakeDevice withOpenStore() {
    with("notes");
    call(NOTES, "distributedKVStore.getKVStore", "{storeId: 's', options: {securityLevel: 'S2'}}");
    return this;
  }

  FakeDevice seeing(DeviceIdentity... peers) {
    List.of(peers).forEach(peer -> online.add(peer.name()));
    return this;
  }

  FakeDevice told(Trust.Command command) {
    askTrust(command, reply -> {});
    return this;
  }

  /** A phone on whose disk this is written too. */
  FakeDevice storing(TrustEvent event) {
    trust = event.appliedTo(trust);
    return this;
  }

  /** The phone was switched off and on: what is only in memory is gone. */
  FakeDevice restarted() {
    sessions = Sessions.NONE;
    return this;
  }

  FakeDevice whoseDataServiceSays(KvCall.Reply reply) {
    stores.says(reply);
    return this;
  }

  FakeDevice whoseSoftBusSays(SessionReply reply) {
    ofSessions = reply;
    return this;
  }

  List<SessionCall> sessionCalls() {
    return sessionCalls;
  }

  FakeStores stores() {
    return stores;
  }

  /** What was asked about apps of other devices; no peer answers here. */
  List<RemoteCall> remoteCalls() {
    return remoteCalls;
  }

  /** What the DeviceManager was to do so far. */
  List<DeviceManager.Effect> deviceEffects() {
    return deviceEffects;
  }

  /** Something happens to the DeviceManager. */
  Optional<DiscoveryRefusal> devices(DeviceManager.Command command) {
    DeviceManager.Decision decision = devices.decide(command, trust);
    deviceEffects.addAll(decision.effects());
    return decision.refusal();
  }

  FakeDevice whoseLevelServiceSays(LevelAnswer answer) {
    level = answer;
    return this;
  }

  TrustState trust() {
    return trust;
  }

  Sessions sessions() {
    return sessions;
  }

  /** The bind that runs ends so. */
  void bindEnds(BindReason reason) {
    Consumer<Trust.Reply> waiting = binder.orElseThrow();
    binder = Optional.empty();
    waiting.accept(Trust.ending(reason));
  }

  /** The user answers the dialog on the screen. */
  void press(boolean allow) {
    ask(new Atm.Command.AnswerDialog(screen.remove(), allow), reply -> {});
  }

  /** The user switches on what the sheet on the screen offers, or closes it. */
  void answerSheet(boolean allow) {
    ask(new AtmFact.AnswerSheet(sheets.remove(), allow), reply -> {});
  }

  /** A phone whose permission service serves its callers, or does not. */
  FakeDevice whosePermissionServiceIs(ServiceHealth health) {
    ask(new AtmFact.ServiceIs(health), reply -> {});
    return this;
  }

  /** What the device was given to do so far. */
  List<GrantEffect> effects() {
    return effects;
  }

  boolean showsADialog() {
    return !screen.isEmpty();
  }

  CallOutcome call(Caller caller, String name, String arguments) {
    return begin(caller, name, arguments).outcome().orElseThrow();
  }

  /** Makes a call that may be answered later. */
  Call begin(Caller caller, String name, String arguments) {
    Call call = new Call(caller, ReadJson.object(arguments));
    StandardCalls.registry().find(name).orElseThrow().start(call);
    return call;
  }

  private void ask(Atm.Command command, Consumer<Atm.Reply> then) {
    Atm.Decision decision =
        Atm.decide(
            tokens,
            pending,
            command,
            new Atm.Inputs(PermissionCatalogue.standard(), random.nextLong()));
    for (Atm.Event event : decision.events()) {
      tokens = event.appliedTo(tokens);
    }
    pending = decision.pending();
    for (Atm.Effect effect : decision.effects()) {
      if (effect instanceof Atm.Effect.ShowDialog shown) {
        screen.add(shown.dialog());
      } else if (effect instanceof GrantEffect.ShowSheet shown) {
        sheets.add(shown.dialog());
      } else if (effect instanceof GrantEffect forDevice) {
        effects.add(forDevice);
      } else if (effect instanceof Atm.Effect.AwaitDialogs await) {
        askers.put(await.request(), then);
      } else if (effect instanceof Atm.Effect.AnswerRequest answer) {
        Objects.requireNonNull(askers.remove(answer.request())).accept(answer.reply());
      }
    }
    decision.reply().ifPresent(then);
  }

  private void askTrust(Trust.Command command, Consumer<Trust.Reply> then) {
    Trust.Decision decision =
        Trust.decide(
            trust, sessions, command, new Trust.Inputs(PHONE, Instant.EPOCH, random.nextLong()));
    trust = decision.appliedTo(trust);
    sessions = decision.sessions();
    if (decision.reply() instanceof Trust.BindStarted) {
      binder = Optional.of(then);
    } else {
      then.accept(decision.reply());
    }
  }

  /** One call on the phone. */
  final class Call implements RunningCall {
    private final Caller caller;
    private final ObjectNode arguments;
    private Optional<CallOutcome> outcome = Optional.empty();

    private Call(Caller caller, ObjectNode arguments) {
      this.caller = caller;
      this.arguments = arguments;
    }

    Optional<CallOutcome> outcome() {
      return outcome;
    }

    @Override
    public Caller caller() {
      return caller;
    }

    @Override
    public Arguments arguments() {
      return new Arguments(arguments);
    }

    @Override
    public DeviceIdentity device() {
      return PHONE;
    }

    @Override
    public List<DeviceName> onlinePeers() {
      return online;
    }

    @Override
    public Optional<AppPackage> market(String alias) {
      return SampleApps.MARKET.find(alias);
    }

    @Override
    public void atm(Atm.Command command, Consumer<Atm.Reply> then) {
      ask(command, then);
    }

    @Override
    public void trust(Trust.Command command, Consumer<Trust.Reply> then) {
      askTrust(command, then);
    }

    @Override
    public void screenIs(boolean locked) {}

    @Override
    public void kv(KvCall call, Consumer<KvCall.Reply> then) {
      then.accept(stores.answer(call));
    }

    @Override
    public void ended(TokenIdentity app) {
      stores.appEnded();
    }

    @Override
    public void lite(Lite.Command command, Consumer<Lite.Reply> then) {
      Lite.Decision decision = Lite.decide(liteFiles, liteTasks, command);
      for (Lite.Event event : decision.events()) {
        liteFiles = event.appliedTo(liteFiles);
      }
      liteTasks = decision.tasks();
      then.accept(decision.reply());
    }

    @Override
    public void kit(Optional<KitChange> change, Consumer<KitState> then) {
      kit = change.map(made -> made.appliedTo(kit)).orElse(kit);
      then.accept(kit);
    }

    @Override
    public void remote(RemoteCall question, Consumer<Long> then) {
      remoteCalls.add(question);
      then.accept(question instanceof RemoteCall.Alloc ? 42L : -1L);
    }

    @Override
    public Desk desk() {
      return devices.desk();
    }

    @Override
    public Optional<Payload.NodeAttributes> node(DeviceName device) {
      boolean there = device.equals(PHONE.name()) || online.contains(device);
      return there ? Optional.of(FakeNode.attributesOf(device)) : Optional.empty();
    }

    @Override
    public void devices(DeviceManager.Command command, Consumer<Optional<DiscoveryRefusal>> then) {
      then.accept(FakeDevice.this.devices(command));
    }

    @Override
    public void level(DeviceIdentity device, int seconds, Consumer<LevelAnswer> then) {
      then.accept(level);
    }

    @Override
    public void session(SessionCall call, Consumer<SessionReply> then) {
      sessionCalls.add(call);
      then.accept(ofSessions);
    }

    @Override
    public void lnn(LnnAsk call, Consumer<LnnReply> then) {
      then.accept(FakeNode.answer(call, FakeDevice.this, ofNodes));
    }

    @Override
    public void answer(CallOutcome came) {
      if (outcome.isPresent()) {
        throw new AssertionError("answered twice: " + outcome.get() + ", " + came);
      }
      outcome = Optional.of(came);
    }
  }
}
