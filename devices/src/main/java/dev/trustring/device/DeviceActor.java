package dev.trustring.device;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.atm.AtmFact;
import dev.trustring.atm.GrantEffect;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.uptime.AppActivity;
import dev.trustring.atm.uptime.ServiceHealth;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallRegistry;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.host.DeviceHost;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.LaneNews;
import dev.trustring.device.net.NodeInfo;
import dev.trustring.device.net.Payload;
import dev.trustring.device.net.SoftBusActor;
import dev.trustring.device.person.Dialogs;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.Radio;
import dev.trustring.device.session.SessionsActor;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.service.KvServiceActor;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ring.MembershipEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One device: starts its parts and takes what comes in to the part that knows what to do. */
public final class DeviceActor extends AbstractBehavior<DeviceActor.Message> {

  /** What a device takes. */
  public sealed interface Message {}

  /** An app or the system calls the platform. */
  public record Invoke(CallRequest request, ActorRef<CallOutcome> replyTo) implements Message {}

  /** A frame has come in. */
  public record Arrived(Frame frame) implements Message {}

  /** The membership port has news. */
  public record Membership(MembershipEvent event) implements Message {}

  /** A device of that account is in reach. */
  public record PeerSeen(DeviceIdentity peer, AccountHash account) implements Message {}

  /** A radio is switched on or off. */
  public record RadioSwitched(Radio radio, boolean on) implements Message {}

  /** The permission service serves its callers from now on, or does not. */
  public record PermissionServiceIs(ServiceHealth health) implements Message {}

  /** The clock was set. */
  public record ClockSet() implements Message {}

  /** The person in front of this device reads a PIN on another. */
  public record PinRead(DeviceName shownOn, int pin) implements Message {}

  /** Bonds from before the story begins. */
  public record Bonded(Trust.Establish bonds) implements Message {}

  /** Whoever makes records asks what this device knows as the receiver of an attempt. */
  public record Inspect(
      AttemptId attempt, DeviceName sender, Link link, ActorRef<ReceiverReport> replyTo)
      implements Message {}

  /** A call asks a part that starts when it is first needed. */
  record AskPart(PartsActor.Question question) implements Message {}

  /** The soft bus has news for sessions of apps. */
  record LaneChanged(LaneNews news) implements Message {}

  record FromBus(DeviceName peer, Payload payload) implements Message {}

  record NotSent(AttemptId attempt) implements Message {}

  record TrustWants(TrustEffect effect) implements Message {}

  record DialogShown(Atm.Effect.ShowDialog dialog) implements Message {}

  record AtmWants(GrantEffect effect) implements Message {}

  /** A peer in reach may still have to tell its attributes. */
  private record AskNode(DeviceName peer) implements Message {}

  private record TrustTold(Trust.Described described) implements Message {}

  /** The person does something about a bond. */
  private record PersonBonds(Trust.Command deed) implements Message {}

  /** The person answers a permission dialog. */
  private record PersonAnswers(Atm.Command deed) implements Message {}

  /**
   * What a device is made of.
   *
   * @param boot how often it had been switched on, counted from 1
   * @param permissions what its platform defines otherwise than the real one does
   * @param clock what the device shows as the time; people and faults may set it
   * @param engineClock the same time for the data service, but never set back (kv-store §2.4)
   * @param randoms a stream of random numbers for each purpose
   */
  public record Parts(
      DeviceProfile profile,
      int boot,
      RuleSet rules,
      List<PermissionDefinition> permissions,
      AppMarket market,
      CallRegistry calls,
      InstantSource clock,
      InstantSource engineClock,
      Function<String, RandomGenerator> randoms,
      DeviceHost host) {

    DeviceIdentity identity() {
      return DeviceIdentity.of(profile.name());
    }
  }

  /** How soon a node that has told nothing is asked for its attributes (our choice, unverified). */
  private static final Duration NODE_PATIENCE = Duration.ofSeconds(5);

  private final TimerScheduler<Message> timers;
  private final Parts parts;
  private final ActorRef<AtmActor.Message> atm;
  private final ActorRef<TrustActor.Message> trust;
  private final ActorRef<KvServiceActor.Message> kv;
  private final ActorRef<SoftBusActor.Message> bus;
  private final PartsActor made;
  private final Dialogs dialogs;
  private Radios radios;
  private Nodes nodes = Nodes.NOBODY;
  private int lastCall;
  private int lastDeed;

  private DeviceActor(ActorContext<Message> context, TimerScheduler<Message> timers, Parts parts) {
    super(context);
    this.timers = timers;
    this.parts = parts;
    this.radios = Radios.allOn(parts.profile().radios());
    this.dialogs = new Dialogs(parts.profile().person());
    this.made = new PartsActor(context, parts);
    this.atm = made.atm();
    this.trust = made.trust();
    this.bus = made.bus();
    this.kv = made.kv(atm, trust, bus);
  }

  /** A device that has just been switched on. */
  public static Behavior<Message> create(Parts parts) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new DeviceActor(context, timers, parts)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Invoke.class, this::onInvoke)
        .onMessage(Arrived.class, in -> pass(() -> bus.tell(new SoftBusActor.Arrived(in.frame()))))
        .onMessage(AskPart.class, ask -> pass(() -> made.ask(ask.question(), around())))
        .onMessage(LaneChanged.class, in -> pass(() -> made.tellSessions(in.news())))
        .onMessage(FromBus.class, in -> pass(() -> onPayload(in.peer(), in.payload())))
        .onMessage(
            NotSent.class,
            lost -> pass(() -> kv.tell(new KvServiceActor.LinkFailed(lost.attempt()))))
        .onMessage(Membership.class, news -> pass(() -> onMembership(news.event())))
        .onMessage(PeerSeen.class, seen -> pass(() -> onSeen(seen)))
        .onMessage(RadioSwitched.class, turn -> pass(() -> onRadio(turn)))
        .onMessage(
            PermissionServiceIs.class,
            is -> pass(() -> tellAtm(new AtmFact.ServiceIs(is.health()))))
        .onMessage(ClockSet.class, set -> pass(() -> kv.tell(new KvServiceActor.ClockChanged())))
        .onMessage(
            PinRead.class, read -> pass(() -> bondLater(dialogs.reads(read.shownOn(), read.pin()))))
        .onMessage(Bonded.class, bonded -> pass(() -> tellTrust(bonded.bonds())))
        .onMessage(Inspect.class, this::onInspect)
        .onMessage(AskNode.class, silent -> pass(() -> askNode(silent.peer())))
        .onMessage(TrustWants.class, wants -> pass(() -> onTrust(wants.effect())))
        .onMessage(TrustTold.class, told -> pass(() -> announce(told.described())))
        .onMessage(DialogShown.class, shown -> pass(() -> onDialog(shown.dialog())))
        .onMessage(AtmWants.class, wants -> pass(() -> onAtm(wants.effect())))
        .onMessage(PersonBonds.class, acts -> pass(() -> tellTrust(acts.deed())))
        .onMessage(PersonAnswers.class, acts -> pass(() -> tellAtm(acts.deed())))
        .build();
  }

  private Behavior<Message> pass(Runnable work) {
    work.run();
    return this;
  }

  private Behavior<Message> onInvoke(Invoke invoke) {
    CallRequest request = invoke.request();
    request.person().ifPresent(person -> dialogs.personIs(request.caller().token(), person));
    getContext()
        .spawn(
            CallActor.create(
                parts.calls().find(request.name().value()).orElseThrow(),
                request,
                new CallActor.Surroundings(
                    parts.identity(),
                    parts.profile().tier(),
                    nodes.online(),
                    parts.market(),
                    getContext().getSelf(),
                    atm,
                    trust,
                    kv),
                invoke.replyTo()),
            "call-" + ++lastCall,
            DispatcherSelector.sameAsParent());
    return this;
  }

  private Behavior<Message> onInspect(Inspect inspect) {
    kv.tell(
        new KvServiceActor.Inspect(
            inspect.attempt(), inspect.sender(), inspect.link(), inspect.replyTo()));
    return this;
  }

  private void onPayload(DeviceName peer, Payload payload) {
    if (payload instanceof Payload.NodeHello hello) {
      bus.tell(new SoftBusActor.PeerBearers(peer, Bearer.over(hello.info().radios())));
      peerIs(peer, nodes.told(peer, hello.info()));
      timers.cancel(new AskNode(peer));
    } else if (payload instanceof Payload.NodeHelloWanted) {
      tell(peer, new Payload.NodeHello(hello()));
    } else if (payload instanceof Payload.OfTrust word) {
      tellTrust(new Trust.Receive(DeviceIdentity.of(peer), word.message()));
    } else if (payload instanceof Payload.OfAtm word) {
      made.ask(
          new PartsActor.Question.OfTokens(new TokenSyncActor.FromPeer(peer, word.message())),
          around());
    } else if (payload instanceof Payload.OfSession word) {
      made.ask(
          new PartsActor.Question.OfSessions(new SessionsActor.FromPeer(peer, word)), around());
    } else if (payload instanceof Payload.OfSync word) {
      kv.tell(new KvServiceActor.FromPeer(peer, word.message()));
    } else {
      throw new AssertionError(payload);
    }
  }

  private PartsActor.Around around() {
    return new PartsActor.Around(nodes.online(), atm, trust, bus);
  }

  private void onMembership(MembershipEvent event) {
    DeviceName peer = event.peer().name();
    Nodes after = nodes.after(event);
    boolean comes = after.isReachable(peer) && !nodes.isReachable(peer);
    if (comes) {
      tell(peer, new Payload.NodeHello(hello()));
    }
    if (nodes.isReachable(peer) && !after.isReachable(peer)) {
      tellTrust(new Trust.PeerGone(event.peer()));
    }
    peerIs(peer, after);
    if (comes) {
      askNodeLater(peer);
    }
  }

  private void peerIs(DeviceName peer, Nodes after) {
    boolean wasOnline = nodes.isOnline(peer);
    nodes = after;
    kv.tell(new KvServiceActor.PeerChanged(peer, nodes.info(peer)));
    if (nodes.isOnline(peer) != wasOnline) {
      parts.host().observer().peerState(peer, !wasOnline);
      made.peerChanged(peer, !wasOnline);
    }
  }

  /** Frames are lost: without this a node that was not heard once would stay unknown. */
  private void askNode(DeviceName peer) {
    if (nodes.isReachable(peer) && !nodes.isOnline(peer)) {
      tell(peer, new Payload.NodeHelloWanted());
      askNodeLater(peer);
    }
  }

  private void askNodeLater(DeviceName peer) {
    if (!nodes.isOnline(peer)) {
      timers.startSingleTimer(new AskNode(peer), new AskNode(peer), NODE_PATIENCE);
    }
  }

  private void tell(DeviceName peer, Payload payload) {
    bus.tell(new SoftBusActor.Send(peer, payload));
  }

  private NodeInfo hello() {
    return new NodeInfo(
        NetworkId.of(parts.identity().udid(), parts.boot()),
        parts.profile().level(),
        parts.profile().tee(),
        List.copyOf(parts.profile().radios()));
  }

  private void onSeen(PeerSeen seen) {
    tellTrust(new Trust.PeerSeen(seen.peer(), Optional.of(seen.account())));
  }

  private void onRadio(RadioSwitched turn) {
    radios = radios.switched(turn.radio(), turn.on());
    bus.tell(new SoftBusActor.Radios(radios.bearers()));
  }

  private void onTrust(TrustEffect effect) {
    if (effect instanceof TrustEffect.Send send) {
      tell(send.to().name(), new Payload.OfTrust(send.message()));
    } else if (effect instanceof TrustEffect.RingsChanged changed) {
      parts.host().membership().ringsChanged(parts.identity(), changed.rings());
      askTrust();
    } else if (effect instanceof TrustEffect.ShowPin shown) {
      parts.host().showPin(parts.profile().name(), shown.source().name(), shown.pin());
    } else {
      parts.host().observer().dialog(effect.toString());
      bondLater(dialogs.answer(effect));
    }
  }

  private void onDialog(Atm.Effect.ShowDialog dialog) {
    parts.host().observer().dialog(dialog.toString());
    dialogs.answer(dialog).ifPresent(deed -> later(new PersonAnswers(deed), dialogs.pause(dialog)));
  }

  private void onAtm(GrantEffect effect) {
    if (effect instanceof GrantEffect.ShowSheet shown) {
      parts.host().observer().dialog(shown.toString());
      dialogs.answer(shown).ifPresent(deed -> later(new PersonAnswers(deed), dialogs.pause(shown)));
    } else if (effect instanceof GrantEffect.CallBack call) {
      parts.host().observer().permissionStateChange(call);
    } else if (effect instanceof GrantEffect.KillProcess kill) {
      tellAtm(new AtmFact.AppMoved(kill.identity(), AppActivity.Phase.STOPPED));
    } else if (effect instanceof GrantEffect.NotifySync notice) {
      made.tellSync(new TokenSyncActor.Modified(notice));
    }
  }

  private void bondLater(Optional<Trust.Command> deed) {
    deed.ifPresent(command -> later(new PersonBonds(command), dialogs.pause()));
  }

  private void later(Message deed, Duration pause) {
    timers.startSingleTimer("deed-" + ++lastDeed, deed, pause);
  }

  private void askTrust() {
    trust.tell(
        new TrustActor.Ask(
            new Trust.Describe(),
            OnceActor.once(
                getContext(),
                Trust.Reply.class,
                getContext().getSelf(),
                reply -> new TrustTold((Trust.Described) reply))));
  }

  private void announce(Trust.Described told) {
    parts
        .host()
        .announce(parts.identity(), told.state().loggedIn(OsAccountId.FIRST).map(AccountId::hash));
  }

  private void tellAtm(Atm.Command command) {
    atm.tell(new AtmActor.Ask(command, getContext().getSystem().ignoreRef()));
  }

  private void tellTrust(Trust.Command command) {
    trust.tell(new TrustActor.Tell(command));
  }
}
