package dev.trustring.device;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.atm.Documentation;
import dev.trustring.atm.TokenCommand;
import dev.trustring.atm.kit.KitActor;
import dev.trustring.atm.lite.LiteActor;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.device.host.DeviceHost;
import dev.trustring.device.nearby.Desk;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.nearby.DeviceManagerActor;
import dev.trustring.device.nearby.DeviceState;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.LaneNews;
import dev.trustring.device.net.Payload;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SoftBusActor;
import dev.trustring.device.platform.AppTokens;
import dev.trustring.device.profile.DeviceKind;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.session.SessionStart;
import dev.trustring.device.session.SessionsActor;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.service.KvServiceActor;
import dev.trustring.kv.store.PacketLimits;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.kv.sync.Self;
import dev.trustring.trust.BindTurn;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.TrustObserver;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.level.DeviceLevel;
import dev.trustring.trust.level.LevelActor;
import dev.trustring.trust.level.LevelService;
import dev.trustring.trust.user.Build;
import java.util.List;
import java.util.Optional;

/**
 * Starts the actors of a device's parts, wired to each other and to the device that owns them.
 * Their state is kept under {@code device/part}.
 */
final class PartsActor {

  private final ActorContext<DeviceActor.Message> context;
  private final DeviceActor.Parts parts;
  private final DeviceHost host;
  private final PermissionCatalogue permissions;
  private final LazyActor<LiteActor.Message> lite = new LazyActor<>();
  private final LazyActor<TokenSyncActor.Message> sync = new LazyActor<>();
  private final LazyActor<KitActor.Message> kit = new LazyActor<>();
  private Optional<TrustEffect.ShowConfirm> box = Optional.empty();
  private final LazyActor<LevelActor.Message> levels = new LazyActor<>();
  private final LazyActor<DeviceManagerActor.Message> devices = new LazyActor<>();
  private final LazyActor<SessionsActor.Message> sessions = new LazyActor<>();

  private Optional<ActorRef<KvServiceActor.Message>> kv = Optional.empty();
  private Optional<OsAccountId> front;

  PartsActor(ActorContext<DeviceActor.Message> context, DeviceActor.Parts parts) {
    this.context = context;
    this.parts = parts;
    this.host = parts.host();
    this.permissions = PermissionCatalogue.standard().with(parts.permissions());
    this.front = parts.boot() == 1 ? Optional.of(OsAccountId.FIRST) : Optional.empty();
  }

  /** A platform with permissions of its own may have been updated, so apps are looked at again. */
  ActorRef<AtmActor.Message> atm() {
    ActorRef<AtmActor.Message> atm = spawnAtm();
    if (!parts.permissions().isEmpty()) {
      atm.tell(
          new AtmActor.Ask(new TokenCommand.ReviewUndefined(), context.getSystem().ignoreRef()));
    }
    return atm;
  }

  private ActorRef<AtmActor.Message> spawnAtm() {
    ActorRef<DeviceActor.Message> device = context.getSelf();
    return spawn(
        AtmActor.create(
            id("atm"),
            new AtmActor.Ports(
                permissions,
                parts.randoms().apply("atm"),
                dialog -> device.tell(new DeviceActor.DialogShown(dialog)),
                host.observer()::permissionStored,
                parts.engineClock(),
                parts.rules() == RuleSet.ARTICLE ? Documentation.REFERENCE : Documentation.SOURCES,
                effect -> device.tell(new DeviceActor.AtmWants(effect)),
                AtmActor.Ports.SNAPSHOT_EVERY)),
        "atm");
  }

  /** The permission service of a mini or small system, started when it is first called. */
  ActorRef<LiteActor.Message> lite() {
    return lite.orStart(() -> spawn(LiteActor.create(id("lite")), "lite"));
  }

  /** The permission kit of a standard system, started when it is first called. */
  ActorRef<KitActor.Message> kit() {
    return kit.orStart(() -> spawn(KitActor.create(id("kit")), "kit"));
  }

  /**
   * The service of levels, started when it is first needed with what nodes have told until then.
   */
  ActorRef<LevelActor.Message> levels(Nodes nodes, ActorRef<SoftBusActor.Message> bus) {
    return levels.orStart(
        () -> {
          ActorRef<LevelActor.Message> started = spawn(levels(bus), "levels");
          nodes.told().keySet().forEach(peer -> started.tell(levelNews(peer, nodes)));
          return started;
        });
  }

  /** Tells the service of levels that a peer came or went, if anybody has needed it so far. */
  void tellLevels(DeviceName peer, Nodes nodes) {
    levels.tellIfRunning(levelNews(peer, nodes));
  }

  private static LevelActor.Message levelNews(DeviceName peer, Nodes nodes) {
    DeviceIdentity who = DeviceIdentity.of(peer);
    return new LevelActor.Tell(
        nodes
            .online(peer)
            .<LevelService.Command>map(node -> new LevelService.Online(who, node.statedLevel()))
            .orElseGet(() -> new LevelService.Offline(who)));
  }

  private Behavior<LevelActor.Message> levels(ActorRef<SoftBusActor.Message> bus) {
    DeviceProfile profile = parts.profile();
    return LevelActor.create(
        new LevelService.Self(
            parts.identity(),
            profile.tier().credential(),
            profile.level().orElse(DeviceLevel.SL1).number(),
            profile.proof()),
        new LevelActor.Ports(
            parts.engineClock(),
            parts.randoms().apply("levels"),
            (peer, word) ->
                bus.tell(new SoftBusActor.Send(peer.name(), new Payload.OfLevel(word)))));
  }

  /** Tells the DeviceManager what has become of a peer, if anybody has needed it so far. */
  void tellDevices(DeviceName peer, DeviceState state) {
    devices.tellIfRunning(new DeviceManagerActor.Tell(new DeviceManager.Peer(peer, state)));
  }

  /** The DeviceManager, started when it is first needed with the peers online then. */
  ActorRef<DeviceManagerActor.Message> devices(
      List<DeviceName> online,
      ActorRef<TrustActor.Message> trust,
      ActorRef<SoftBusActor.Message> bus) {
    return devices.orStart(() -> spawn(manager(online, trust, bus), "devices"));
  }

  private Behavior<DeviceManagerActor.Message> manager(
      List<DeviceName> online,
      ActorRef<TrustActor.Message> trust,
      ActorRef<SoftBusActor.Message> bus) {
    ActorRef<DeviceActor.Message> device = context.getSelf();
    return DeviceManagerActor.create(
        new DeviceManager(parts.profile().name(), parts.profile().kind().number(), online),
        new DeviceManagerActor.Ports(
            parts.profile().name(),
            trust,
            host::transmit,
            (peer, payload) -> bus.tell(new SoftBusActor.Send(peer, payload)),
            (medium, payload) -> host.broadcast(parts.profile().name(), medium.bearer(), payload),
            host.observer()::deviceCallback,
            Nights.watching(parts, device::tell),
            desk -> device.tell(new DeviceActor.DeskIs(desk))));
  }

  /** Tells the token sync service, if anybody has needed it so far. */
  void tellSync(TokenSyncActor.Message news) {
    sync.tellIfRunning(news);
  }

  /** Tells all that run of a peer that is online from now on, or is not. */
  void peerChanged(DeviceName peer, boolean online) {
    tellSync(new TokenSyncActor.PeerChanged(peer, online));
    sessions.tellIfRunning(new SessionsActor.PeerChanged(peer, online));
  }

  /** Tells whoever uses a channel what has become of it: joins, or the sessions of apps. */
  private void tellOfLane(DeviceActor device, LaneNews news) {
    if (news.route().purpose() == Purpose.JOIN) {
      device.joins().lane(news);
    } else {
      sessions.tellIfRunning(new SessionsActor.Lane(news));
    }
  }

  /** The sessions of apps, started when they are first needed with the peers online then. */
  ActorRef<SessionsActor.Message> sessions(
      List<DeviceName> online,
      ActorRef<TrustActor.Message> trust,
      ActorRef<SoftBusActor.Message> bus) {
    return sessions.orStart(
        () ->
            spawn(
                SessionsActor.create(
                    new SessionStart(parts.profile().tier(), online),
                    new SessionsActor.Ports(
                        parts.engineClock(), trust, bus, host.observer()::sessionEvent)),
                "sessions"));
  }

  /** The token sync service, started when it is first needed with the peers online then. */
  ActorRef<TokenSyncActor.Message> sync(
      List<DeviceName> online, ActorRef<AtmActor.Message> atm, ActorRef<SoftBusActor.Message> bus) {
    return sync.orStart(
        () ->
            spawn(
                TokenSyncActor.create(
                    online,
                    new TokenSyncActor.Ports(
                        atm,
                        permissions,
                        parts.randoms().apply("token-sync"),
                        (peer, word) ->
                            bus.tell(new SoftBusActor.Send(peer, new Payload.OfAtm(word))))),
                "token-sync"));
  }

  ActorRef<TrustActor.Message> trust() {
    ActorRef<DeviceActor.Message> device = context.getSelf();
    return spawn(
        TrustActor.create(
            id("trust"),
            parts.identity(),
            new TrustActor.Ports(
                parts.randoms().apply("trust"),
                parts.clock(),
                effect -> device.tell(wanted(effect)),
                watching(device),
                build(parts.profile().kind()),
                parts.profile().dmVersion())),
        "trust");
  }

  /** The data service hears of another user before the soft bus leaves its rings. */
  private TrustObserver watching(ActorRef<DeviceActor.Message> device) {
    return new TrustObserver() {
      @Override
      public void trustStored(TrustEvent event) {
        host.observer().trustStored(event);
        if (event instanceof TrustEvent.UserActivated came) {
          device.tell(new DeviceActor.AskPart(on -> on.made().userIs(came.user())));
        }
      }

      @Override
      public void bindTurned(BindTurn turn) {
        host.observer().bindTurned(turn);
      }
    };
  }

  /** The name that the disk has kept is the DeviceManager's to tell others. */
  private static DeviceActor.Message wanted(TrustEffect effect) {
    return effect instanceof TrustEffect.NameKept kept
        ? new DeviceActor.AskPart(
            on ->
                on.devices()
                    .tell(new DeviceManagerActor.Tell(new DeviceManager.Rename(kept.name()))))
        : new DeviceActor.TrustWants(effect);
  }

  private static Build build(DeviceKind kind) {
    boolean pc = kind == DeviceKind.PC;
    return kind == DeviceKind.TV ? Build.TV : pc ? Build.PC : Build.ORDINARY;
  }

  /** Remembers for which app the confirm box is on the screen; at most one bind runs. */
  TrustEffect noticed(TrustEffect effect) {
    if (effect instanceof TrustEffect.ShowConfirm shown) {
      box = Optional.of(shown);
    }
    devices.tellIfRunning(new DeviceManagerActor.Tell(new DeviceManager.Bond(effect)));
    return effect;
  }

  /** Tells trust what a person does about a bond, with the token of the app that it is for. */
  void bonds(
      Trust.Command deed, ActorRef<AtmActor.Message> atm, ActorRef<TrustActor.Message> trust) {
    if (deed instanceof Trust.AnswerConfirm answer && box.isPresent()) {
      atm.tell(
          new AtmActor.Ask(
              AppTokens.ask(box.get().pkg(), box.get().user()),
              OnceActor.once(
                  context,
                  Atm.Reply.class,
                  trust,
                  reply -> new TrustActor.Tell(answer.with(AppTokens.of(reply))))));
    } else {
      trust.tell(new TrustActor.Tell(deed));
    }
  }

  ActorRef<SoftBusActor.Message> bus() {
    ActorRef<DeviceActor.Message> device = context.getSelf();
    return spawn(
        SoftBusActor.create(
            parts.profile().name(),
            Bearer.over(parts.profile().radios()),
            new SoftBusActor.Ports(
                parts.engineClock(),
                host::transmit,
                (peer, payload) -> device.tell(new DeviceActor.FromBus(peer, payload)),
                (attempt, why) -> device.tell(new DeviceActor.NotSent(attempt, why)),
                peer -> device.tell(new DeviceActor.AskPart(on -> on.askedInVain(peer))),
                news -> device.tell(new DeviceActor.AskPart(on -> tellOfLane(on, news))))),
        "softbus");
  }

  ActorRef<KvServiceActor.Message> kv(
      ActorRef<AtmActor.Message> atm,
      ActorRef<TrustActor.Message> trust,
      ActorRef<SoftBusActor.Message> bus) {
    ActorRef<DeviceActor.Message> device = context.getSelf();
    ActorRef<KvServiceActor.Message> service =
        spawn(
            KvServiceActor.create(
                id("kv"),
                new KvServiceActor.Ports(
                    self(),
                    parts.engineClock(),
                    atm,
                    trust,
                    (peer, message) ->
                        bus.tell(new SoftBusActor.Send(peer, new Payload.OfSync(message))),
                    peer -> device.tell(new DeviceActor.AskPart(on -> on.levelWanted(peer))),
                    host.points(),
                    host.observer())),
            "kv");
    kv = Optional.of(service);
    Nights.begin(parts, event -> service.tell(new KvServiceActor.Meets(event)));
    return service;
  }

  /**
   * The data service goes by who is in front (kv-store §3.8, §4.4). What it has on its disk of that
   * may be older than what trust has, unless both are new.
   */
  void userIs(OsAccountId user) {
    if (!front.equals(Optional.of(user))) {
      front = Optional.of(user);
      kv.ifPresent(service -> service.tell(new KvServiceActor.UserIs(user)));
    }
  }

  /** The process of an app has ended; whoever may hold something of it hears that. */
  void appEnded(TokenIdentity app, Desk desk, ActorRef<KvServiceActor.Message> kv) {
    kv.tell(CallActor.appEnded(app));
    if (desk.announcers().contains(app.bundle().value())) {
      devices.tellIfRunning(CallActor.noticesGone(app));
    }
  }

  private <M> ActorRef<M> spawn(Behavior<M> part, String name) {
    return context.spawn(part, name, DispatcherSelector.sameAsParent());
  }

  private Self self() {
    return new Self(
        parts.profile().name(),
        parts.boot(),
        parts.rules(),
        parts.profile().level(),
        parts.profile().tee(),
        PacketLimits.ofMtu(parts.profile().mtu()));
  }

  private String id(String part) {
    return parts.profile().name().value() + "/" + part;
  }
}
