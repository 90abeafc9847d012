package dev.trustring.device;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.device.lnn.FloodGuard;
import dev.trustring.device.lnn.LnnAsk;
import dev.trustring.device.lnn.LnnReply;
import dev.trustring.device.lnn.LnnWish;
import dev.trustring.device.lnn.NetBuilder;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.nearby.DeviceManagerActor;
import dev.trustring.device.nearby.NoticeCommand;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.device.net.LaneNews;
import dev.trustring.device.net.Payload;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.Route;
import dev.trustring.device.net.SoftBusActor;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.wire.AccountMessage;
import dev.trustring.trust.wire.TrustMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Joins nodes and leaves them for a device: tells its network builder, and does what it wants. */
final class JoinsActor {

  private final ActorContext<DeviceActor.Message> context;
  private final TimerScheduler<DeviceActor.Message> timers;
  private final DeviceActor.Parts parts;
  private final PeersActor.Services services;
  private final PeersActor peers;
  private final NetBuilder builder;
  private final FloodGuard guard = new FloodGuard();
  private final TreeSet<DeviceName> listed = new TreeSet<>();
  private final Map<Integer, ActorRef<LnnReply>> askers = new TreeMap<>();
  private int lastAsk;

  JoinsActor(
      ActorContext<DeviceActor.Message> context,
      TimerScheduler<DeviceActor.Message> timers,
      DeviceActor.Parts parts,
      PeersActor.Services services,
      PeersActor peers) {
    this.context = context;
    this.timers = timers;
    this.parts = parts;
    this.services = services;
    this.peers = peers;
    this.builder = new NetBuilder(Bearer.over(parts.profile().radios()));
  }

  /** A process asks about nodes. */
  void ask(LnnAsk call, ActorRef<LnnReply> replyTo) {
    guard
        .refuses(call, parts.engineClock().instant())
        .ifPresentOrElse(why -> replyTo.tell(LnnReply.Refused.of(why)), () -> let(call, replyTo));
  }

  private void let(LnnAsk call, ActorRef<LnnReply> replyTo) {
    if (call instanceof LnnAsk.Join join) {
      follow(() -> builder.join(waits(replyTo), join.peer()));
    } else if (call instanceof LnnAsk.Leave leave) {
      follow(() -> builder.leave(waits(replyTo), leave.peer()));
    } else if (call instanceof LnnAsk.GetAllNodeInfo) {
      replyTo.tell(new LnnReply.Nodes(peers.nodes().onlineNodes()));
    } else if (call instanceof LnnAsk.GetLocalNodeInfo) {
      replyTo.tell(new LnnReply.Nodes(Map.of(parts.profile().name(), peers.own())));
    } else if (call instanceof LnnAsk.GetNodeKeyInfo asked) {
      replyTo.tell(info(asked.node()));
    } else if (call instanceof LnnAsk.OfNotices asked) {
      tellNotices(asked.command(), replyTo);
    } else {
      throw new AssertionError(call);
    }
  }

  private void tellNotices(NoticeCommand command, ActorRef<LnnReply> replyTo) {
    ActorRef<DeviceManagerActor.Answered> answered =
        OnceActor.once(
            context,
            DeviceManagerActor.Answered.class,
            replyTo,
            came ->
                came.refusal().<LnnReply>map(LnnReply.Refused::of).orElseGet(LnnReply.Done::new));
    context
        .getSelf()
        .tell(
            new DeviceActor.AskPart(
                device ->
                    device
                        .devices()
                        .tell(
                            new DeviceManagerActor.Ask(
                                new DeviceManager.OfNotices(command), answered))));
  }

  private int waits(ActorRef<LnnReply> replyTo) {
    askers.put(++lastAsk, replyTo);
    return lastAsk;
  }

  private LnnReply info(DeviceName node) {
    return node.equals(parts.profile().name())
        ? new LnnReply.Nodes(Map.of(node, peers.own()))
        : peers
            .nodes()
            .online(node)
            .<LnnReply>map(told -> new LnnReply.Nodes(Map.of(node, told)))
            .orElseGet(() -> LnnReply.Refused.of(JoinCode.UNKNOWN_NODE));
  }

  /** A device that announces an account is in reach; trust says hello unless it has rows. */
  void seen(DeviceActor.PeerSeen seen) {
    DeviceName peer = seen.peer().name();
    if (!listed.contains(peer)) {
      follow(() -> builder.introduced(peer));
    }
    tellTrust(Trust.PeerSeen.of(seen.peer(), seen.account()));
  }

  /** A peer that this device trusts is heard, and does not come online. */
  void heardOf(DeviceName peer) {
    follow(() -> builder.heardOf(peer));
  }

  /** A peer's trust has said something; the answer to a hello is HiChain's. */
  void heard(DeviceName peer, TrustMessage message) {
    if (message instanceof AccountMessage.AccountHelloAnswer answer) {
      follow(() -> builder.helloAnswered(peer, answer.sameAccount()));
    }
  }

  void heard(DeviceName peer, JoinMessage message) {
    follow(() -> builder.heard(peer, message, peers.own()));
  }

  /** What trust has stored puts this device in these rings. */
  void rings(List<Ring> rings) {
    listed.clear();
    rings.forEach(ring -> listed.addAll(ring.members()));
    follow(() -> builder.trusts(listed));
  }

  void radios(List<Bearer> on) {
    follow(() -> builder.radios(on));
  }

  /** A connection for joins is there, or is not. */
  void lane(LaneNews news) {
    DeviceName peer = news.route().peer();
    follow(
        () -> {
          if (news instanceof LaneNews.Ready) {
            builder.connected(peer);
          } else {
            builder.cut(peer);
          }
        });
  }

  void online(DeviceName peer, boolean isOnline) {
    follow(
        () -> {
          if (isOnline) {
            builder.online(peer);
          } else {
            builder.offline(peer);
          }
        });
  }

  void trustsNoMore(DeviceName peer) {
    follow(() -> builder.trustsNoMore(peer));
  }

  /** A peer that membership has brought into reach has told nothing of itself for so long. */
  void infoMissing(DeviceName peer) {
    if (!builder.isTurnedAway(peer)) {
      parts.host().observer().joinFailed(peer, JoinCode.DEVICE_INFO);
    }
  }

  /** Whether there is a record for a peer that comes online; it is turned away otherwise. */
  boolean admits(DeviceName peer) {
    boolean room = builder.hasRoomFor(peer);
    if (!room) {
      follow(() -> builder.turnAway(peer));
    }
    return room;
  }

  private void follow(Runnable change) {
    change.run();
    List<LnnWish> wishes = builder.wishes();
    wishes.forEach(this::carryOut);
  }

  private void carryOut(LnnWish wish) {
    if (wish instanceof LnnWish.Answer answer) {
      Objects.requireNonNull(askers.remove(answer.call())).tell(answer.reply());
    } else if (wish instanceof LnnWish.Connect connect) {
      Route route = new Route(connect.peer(), Purpose.JOIN);
      services.bus().tell(new SoftBusActor.Prepare(route, Purpose.JOIN.order()));
    } else if (wish instanceof LnnWish.Say say) {
      services.bus().tell(new SoftBusActor.Send(say.peer(), new Payload.OfJoin(say.message())));
    } else if (wish instanceof LnnWish.TellFailure failed) {
      parts.host().observer().joinFailed(failed.peer(), failed.why());
    } else if (wish instanceof LnnWish.Remind remind) {
      timers.startSingleTimer(
          remind.timer(), later(() -> builder.late(remind.timer())), remind.timer().patience());
    } else if (wish instanceof LnnWish.StopTimers stop) {
      stop.timers().forEach(timers::cancel);
    } else {
      carryOutInside(wish);
    }
  }

  private void carryOutInside(LnnWish wish) {
    if (wish instanceof LnnWish.FindCandidates find) {
      askTrust(state -> builder.candidates(find, state, parts.identity()));
    } else if (wish instanceof LnnWish.JudgeProof judge) {
      askTrust(state -> builder.judge(judge, state, parts.identity()));
    } else if (wish instanceof LnnWish.Admit admit) {
      admit(admit);
    } else if (wish instanceof LnnWish.Dismiss dismiss) {
      peers.dismiss(dismiss.peer());
    } else if (wish instanceof LnnWish.AskChannel asked) {
      askChannel(asked);
    } else {
      throw new AssertionError(wish);
    }
  }

  /** Who belongs to the same account has no row yet when it is joined for the first time. */
  private void admit(LnnWish.Admit admit) {
    DeviceName peer = admit.peer();
    peers.told(peer, admit.attributes());
    admit
        .account()
        .map(account -> Trust.PeerSeen.of(DeviceIdentity.of(peer), account))
        .ifPresent(this::tellTrust);
    follow(() -> builder.admitted(peer, peers.nodes().isOnline(peer)));
  }

  private void tellTrust(Trust.Command command) {
    services.trust().tell(new TrustActor.Tell(command));
  }

  private void askTrust(Consumer<TrustState> then) {
    services
        .trust()
        .tell(
            new TrustActor.Ask(
                new Trust.Describe(),
                OnceActor.once(
                    context,
                    Trust.Reply.class,
                    context.getSelf(),
                    reply -> later(() -> then.accept(((Trust.Described) reply).state())))));
  }

  private void askChannel(LnnWish.AskChannel asked) {
    services
        .bus()
        .tell(
            new SoftBusActor.AskOpen(
                Route.ofServices(asked.peer()),
                OnceActor.once(
                    context,
                    Boolean.class,
                    context.getSelf(),
                    open -> later(() -> builder.channelIs(asked.peer(), asked.number(), open)))));
  }

  private static DeviceActor.Message later(Runnable change) {
    return new DeviceActor.AskPart(device -> device.joins().follow(change));
  }
}
