package dev.trustring.device;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import dev.trustring.atm.AtmActor;
import dev.trustring.atm.Documentation;
import dev.trustring.atm.TokenCommand;
import dev.trustring.atm.kit.KitActor;
import dev.trustring.atm.lite.LiteActor;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.device.host.DeviceHost;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.LaneNews;
import dev.trustring.device.net.Payload;
import dev.trustring.device.net.SoftBusActor;
import dev.trustring.device.session.SessionStart;
import dev.trustring.device.session.SessionsActor;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.service.KvServiceActor;
import dev.trustring.kv.sync.Self;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/**
 * Starts the actors of a device's parts, wired to each other and to the device that owns them.
 * Their state is kept under {@code device/part}.
 */
final class PartsActor {

  /** What is asked of a part that starts when it is first needed. */
  sealed interface Question {

    /** The permission service of a mini or small system. */
    record OfLite(LiteActor.Message message) implements Question {}

    /** The permission kit of a standard system. */
    record OfKit(KitActor.Message message) implements Question {}

    /** The token sync service. */
    record OfTokens(TokenSyncActor.Message message) implements Question {}

    /** The sessions of apps. */
    record OfSessions(SessionsActor.Message message) implements Question {}
  }

  /** What a part finds on its device: the peers online now, and other parts. */
  record Around(
      List<DeviceName> online,
      ActorRef<AtmActor.Message> atm,
      ActorRef<TrustActor.Message> trust,
      ActorRef<SoftBusActor.Message> bus) {}

  private final ActorContext<DeviceActor.Message> context;
  private final DeviceActor.Parts parts;
  private final DeviceHost host;
  private final PermissionCatalogue permissions;
  private Optional<ActorRef<LiteActor.Message>> lite = Optional.empty();
  private Optional<ActorRef<TokenSyncActor.Message>> sync = Optional.empty();
  private Optional<ActorRef<KitActor.Message>> kit = Optional.empty();
  private Optional<ActorRef<SessionsActor.Message>> sessions = Optional.empty();

  PartsActor(ActorContext<DeviceActor.Message> context, DeviceActor.Parts parts) {
    this.context = context;
    this.parts = parts;
    this.host = parts.host();
    this.permissions = PermissionCatalogue.standard().with(parts.permissions());
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
    return context.spawn(
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
        "atm",
        DispatcherSelector.sameAsParent());
  }

  /** Asks a part, and starts it before if nobody has needed it so far. */
  void ask(Question question, Around around) {
    if (question instanceof Question.OfLite of) {
      lite().tell(of.message());
    } else if (question instanceof Question.OfKit of) {
      kit().tell(of.message());
    } else if (question instanceof Question.OfTokens of) {
      sync(around).tell(of.message());
    } else if (question instanceof Question.OfSessions of) {
      sessions(around).tell(of.message());
    } else {
      throw new AssertionError(question);
    }
  }

  private ActorRef<LiteActor.Message> lite() {
    ActorRef<LiteActor.Message> running =
        lite.orElseGet(
            () ->
                context.spawn(
                    LiteActor.create(id("lite")), "lite", DispatcherSelector.sameAsParent()));
    lite = Optional.of(running);
    return running;
  }

  private ActorRef<KitActor.Message> kit() {
    ActorRef<KitActor.Message> running =
        kit.orElseGet(
            () ->
                context.spawn(
                    KitActor.create(id("kit")), "kit", DispatcherSelector.sameAsParent()));
    kit = Optional.of(running);
    return running;
  }

  /** Tells the token sync service, if anybody has needed it so far. */
  void tellSync(TokenSyncActor.Message news) {
    sync.ifPresent(running -> running.tell(news));
  }

  /** Tells all that run of a peer that is online from now on, or is not. */
  void peerChanged(DeviceName peer, boolean online) {
    tellSync(new TokenSyncActor.PeerChanged(peer, online));
    sessions.ifPresent(running -> running.tell(new SessionsActor.PeerChanged(peer, online)));
  }

  /** Tells the sessions of apps of a channel, if there are any. */
  void tellSessions(LaneNews news) {
    sessions.ifPresent(running -> running.tell(new SessionsActor.Lane(news)));
  }

  private ActorRef<SessionsActor.Message> sessions(Around around) {
    ActorRef<SessionsActor.Message> running =
        sessions.orElseGet(
            () ->
                context.spawn(
                    SessionsActor.create(
                        new SessionStart(parts.profile().tier(), around.online()),
                        new SessionsActor.Ports(
                            parts.engineClock(),
                            around.trust(),
                            around.bus(),
                            host.observer()::sessionEvent)),
                    "sessions",
                    DispatcherSelector.sameAsParent()));
    sessions = Optional.of(running);
    return running;
  }

  private ActorRef<TokenSyncActor.Message> sync(Around around) {
    ActorRef<TokenSyncActor.Message> running =
        sync.orElseGet(
            () ->
                context.spawn(
                    TokenSyncActor.create(
                        around.online(),
                        new TokenSyncActor.Ports(
                            around.atm(),
                            permissions,
                            parts.randoms().apply("token-sync"),
                            (peer, word) ->
                                around
                                    .bus()
                                    .tell(new SoftBusActor.Send(peer, new Payload.OfAtm(word))))),
                    "token-sync",
                    DispatcherSelector.sameAsParent()));
    sync = Optional.of(running);
    return running;
  }

  ActorRef<TrustActor.Message> trust() {
    ActorRef<DeviceActor.Message> device = context.getSelf();
    return context.spawn(
        TrustActor.create(
            id("trust"),
            parts.identity(),
            new TrustActor.Ports(
                parts.randoms().apply("trust"),
                parts.clock(),
                effect -> device.tell(new DeviceActor.TrustWants(effect)),
                host.observer()::trustStored)),
        "trust",
        DispatcherSelector.sameAsParent());
  }

  ActorRef<SoftBusActor.Message> bus() {
    ActorRef<DeviceActor.Message> device = context.getSelf();
    return context.spawn(
        SoftBusActor.create(
            parts.profile().name(),
            Bearer.over(parts.profile().radios()),
            new SoftBusActor.Ports(
                parts.engineClock(),
                host::transmit,
                (peer, payload) -> device.tell(new DeviceActor.FromBus(peer, payload)),
                attempt -> device.tell(new DeviceActor.NotSent(attempt)),
                news -> device.tell(new DeviceActor.LaneChanged(news)))),
        "softbus",
        DispatcherSelector.sameAsParent());
  }

  ActorRef<KvServiceActor.Message> kv(
      ActorRef<AtmActor.Message> atm,
      ActorRef<TrustActor.Message> trust,
      ActorRef<SoftBusActor.Message> bus) {
    return context.spawn(
        KvServiceActor.create(
            id("kv"),
            new KvServiceActor.Ports(
                self(),
                parts.engineClock(),
                atm,
                trust,
                (peer, message) ->
                    bus.tell(new SoftBusActor.Send(peer, new Payload.OfSync(message))),
                host.observer())),
        "kv",
        DispatcherSelector.sameAsParent());
  }

  private Self self() {
    return new Self(
        parts.profile().name(),
        parts.boot(),
        parts.rules(),
        parts.profile().level(),
        parts.profile().tee());
  }

  private String id(String part) {
    return parts.profile().name().value() + "/" + part;
  }
}
