package dev.trustring.device;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.device.nearby.DeviceState;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.NodeInfo;
import dev.trustring.device.net.Payload;
import dev.trustring.device.net.SoftBusActor;
import dev.trustring.kv.service.KvServiceActor;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.level.DeviceLevel;
import dev.trustring.trust.level.LevelActor;
import dev.trustring.trust.level.LevelAnswer;
import dev.trustring.trust.ring.MembershipEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The peers of a device: takes what is heard of them into the ledger, and tells who must know. */
final class PeersActor {

  /** The parts of the device that hear of peers. */
  record Services(
      ActorRef<TrustActor.Message> trust,
      ActorRef<SoftBusActor.Message> bus,
      ActorRef<KvServiceActor.Message> kv) {}

  /** How soon a node that has told nothing is asked for its attributes (our choice, unverified). */
  private static final Duration NODE_PATIENCE = Duration.ofSeconds(5);

  /** So often it is asked within the time that an authentication may take (§5.3). */
  private static final int ASKS_OF_A_JOIN = 2;

  /** How long the data service waits for a level. */
  private static final int LEVEL_PATIENCE = 45;

  private final ActorContext<DeviceActor.Message> context;
  private final TimerScheduler<DeviceActor.Message> timers;
  private final DeviceActor.Parts parts;
  private final PartsActor made;
  private final Services services;
  private final Map<DeviceName, NetworkId> met = new TreeMap<>();
  private final Map<DeviceName, Integer> asked = new TreeMap<>();
  private final JoinsActor joins;
  private Nodes nodes = Nodes.NOBODY;
  private OwnNetworkId own;
  private Optional<DeviceLevel> other = Optional.empty();

  PeersActor(
      ActorContext<DeviceActor.Message> context,
      TimerScheduler<DeviceActor.Message> timers,
      DeviceActor.Parts parts,
      PartsActor made,
      Services services) {
    this.context = context;
    this.timers = timers;
    this.parts = parts;
    this.made = made;
    this.services = services;
    this.own =
        OwnNetworkId.atBoot(parts.identity().udid(), parts.boot(), parts.engineClock().instant());
    this.joins = new JoinsActor(context, timers, parts, services, this);
    timers.startTimerWithFixedDelay(
        OwnNetworkId.class,
        new DeviceActor.AskPart(device -> checkNetworkId()),
        OwnNetworkId.EVERY);
  }

  private void checkNetworkId() {
    own = own.check(parts.engineClock().instant(), nodes.online().isEmpty());
  }

  /** The ledger as it is now. */
  Nodes nodes() {
    return nodes;
  }

  /**
   * The soft bus starts anew, with that level in its attributes where there is one. It is a new
   * node to its peers, so they take the level from them (trust-and-softbus §4.3, §5.4).
   */
  void levelIs(Optional<DeviceLevel> level) {
    other = level;
    own = own.renewed(parts.engineClock().instant());
    met.keySet().forEach(peer -> tell(peer, own()));
  }

  /** How this device joins nodes. */
  JoinsActor joins() {
    return joins;
  }

  /** The membership port has news. */
  void news(MembershipEvent event) {
    DeviceName peer = event.peer().name();
    Nodes after = nodes.after(event);
    boolean comes = after.isReachable(peer) && !nodes.isReachable(peer);
    if (comes) {
      tell(peer, own());
      services.trust().tell(new TrustActor.Tell(new Trust.PeerOnline(event.peer())));
      made.tellDevices(peer, DeviceState.UNKNOWN);
    }
    if (nodes.isReachable(peer) && !after.isReachable(peer)) {
      services.trust().tell(new TrustActor.Tell(new Trust.PeerGone(event.peer())));
      met.remove(peer);
    }
    peerIs(peer, after);
    if (event instanceof MembershipEvent.Removed) {
      joins.trustsNoMore(peer);
    }
    if (comes) {
      asked.remove(peer);
      askNodeLater(peer);
    }
  }

  private void peerIs(DeviceName peer, Nodes after) {
    boolean wasOnline = nodes.isOnline(peer);
    boolean comes = !wasOnline && after.isOnline(peer);
    nodes = !comes || joins.admits(peer) ? after : after.withoutNode(peer);
    services.kv().tell(new KvServiceActor.PeerChanged(peer, nodes.info(peer)));
    if (nodes.isOnline(peer) != wasOnline) {
      parts.host().observer().peerState(peer, !wasOnline);
      made.peerChanged(peer, !wasOnline);
      made.tellDevices(peer, wasOnline ? DeviceState.UNAVAILABLE : DeviceState.AVAILABLE);
      made.tellLevels(peer, nodes);
      joins.online(peer, !wasOnline);
      if (nodes.info(peer).levelComing() && !wasOnline) {
        levelWanted(peer);
      }
      checkNetworkId();
    }
  }

  /** Whether what a peer says is about nodes; it is heard then. */
  boolean takes(DeviceName peer, Payload payload) {
    if (payload instanceof Payload.NodeHello hello) {
      told(peer, Payload.NodeAttributes.of(hello));
    } else if (payload instanceof Payload.NodeAttributes attributes) {
      told(peer, attributes);
    } else if (payload instanceof Payload.NodeHelloWanted) {
      tell(peer, own());
    } else if (payload instanceof Payload.OfJoin word) {
      joins.heard(peer, word.message());
    } else {
      return false;
    }
    return true;
  }

  /** Frames are lost: without this a node that was not heard once would stay unknown. */
  void ask(DeviceName peer) {
    if (nodes.isReachable(peer) && !nodes.isOnline(peer)) {
      if (asked.merge(peer, 1, Integer::sum) == ASKS_OF_A_JOIN) {
        joins.infoMissing(peer);
      }
      tell(peer, new Payload.NodeHelloWanted());
      askNodeLater(peer);
    }
  }

  private void askNodeLater(DeviceName peer) {
    if (!nodes.isOnline(peer)) {
      timers.startSingleTimer(
          new DeviceActor.AskNode(peer), new DeviceActor.AskNode(peer), NODE_PATIENCE);
    }
  }

  /**
   * A peer has told its attributes. One that is in reach and has another networkId than it had is a
   * new node in the place of the old one; trust is not touched (trust-and-softbus §5.4).
   */
  void told(DeviceName peer, Payload.NodeAttributes attributes) {
    services
        .bus()
        .tell(new SoftBusActor.PeerBearers(peer, Bearer.over(attributes.info().radios())));
    NetworkId is = attributes.info().networkId();
    NetworkId was = met.put(peer, is);
    if (was != null && !was.equals(is)) {
      peerIs(peer, nodes.withoutNode(peer));
    }
    peerIs(peer, nodes.told(peer, attributes));
    if (nodes.isOnline(peer) || !nodes.isReachable(peer)) {
      timers.cancel(new DeviceActor.AskNode(peer));
    }
  }

  /** A peer has left, or this device leaves it; membership may go on. */
  void dismiss(DeviceName peer) {
    met.remove(peer);
    peerIs(peer, nodes.withoutNode(peer));
  }

  /** What this device tells of itself. */
  Payload.NodeAttributes own() {
    boolean stated = other.isPresent() || parts.profile().proof().inAttributes();
    NodeInfo info =
        new NodeInfo(
            own.id(),
            stated ? other.or(parts.profile()::level) : Optional.empty(),
            parts.profile().tee(),
            List.copyOf(parts.profile().radios()));
    return new Payload.NodeAttributes(info, stated, parts.profile().kind().number());
  }

  private void tell(DeviceName peer, Payload payload) {
    services.bus().tell(new SoftBusActor.Send(peer, payload));
  }

  /** Asks for a level that the data service has to know (trust-and-softbus §4.5). */
  void levelWanted(DeviceName peer) {
    made.levels(nodes, services.bus())
        .tell(
            new LevelActor.Ask(
                DeviceIdentity.of(peer),
                LEVEL_PATIENCE,
                OnceActor.once(
                    context,
                    LevelAnswer.class,
                    context.getSelf(),
                    answer -> new DeviceActor.LevelCame(peer, answer))));
  }

  /** What fails leaves the level unknown, which counts as the lowest (trust-and-softbus §4.5). */
  void levelCame(DeviceActor.LevelCame came) {
    if (nodes.isOnline(came.peer())) {
      came.answer()
          .level()
          .ifPresent(level -> peerIs(came.peer(), nodes.proven(came.peer(), level)));
    }
  }
}
