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
import dev.trustring.device.nearby.Desk;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.nearby.DeviceManagerActor;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.LaneCode;
import dev.trustring.device.net.Payload;
import dev.trustring.device.net.SoftBusActor;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.Radio;
import dev.trustring.device.session.SessionsActor;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.service.KvServiceActor;
import dev.trustring.kv.service.ServiceEvent;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.OnceActor;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import dev.trustring.trust.level.LevelActor;
import dev.trustring.trust.level.LevelAnswer;
import dev.trustring.trust.level.LevelService;
import dev.trustring.trust.ring.MembershipEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

  /** A device is heard that this one trusts, and that does not trust this one. */
  public record PeerHeard(DeviceIdentity peer) implements Message {}

  /** A radio is switched on or off. */
  public record RadioSwitched(Radio radio, boolean on) implements Message {}

  /** The permission service serves its callers from now on, or does not. */
  public record PermissionServiceIs(ServiceHealth health) implements Message {}

  /** The service behind the DeviceManager lives, or has died. */
  public record DeviceManagerIs(boolean serving) implements Message {}

  /** Something befalls the data service or its files. */
  public record DataServiceMeets(ServiceEvent what) implements Message {}

  /** The clock was set. */
  public record ClockSet() implements Message {}

  /** The soft bus starts anew and states that level, or again that of the profile. */
  public record LevelIs(Optional<DeviceLevel> level) implements Message {}

  /** The person in front of this device reads a PIN on another. */
  public record PinRead(DeviceName shownOn, int pin) implements Message {}

  /** Another device, near this one, says a PIN as sound. */
  public record PinHeard(int pin) implements Message {}

  /** Bonds from before the story begins. */
  public record Bonded(Trust.Establish bonds) implements Message {}

  /** Whoever makes records asks what this device knows as the receiver of an attempt. */
  public record Inspect(
      AttemptId attempt, DeviceName sender, Link link, ActorRef<ReceiverReport> replyTo)
      implements Message {}

  /** A call asks a part that runs only where it is needed. */
  record AskPart(Consumer<DeviceActor> question) implements Message {}

  record FromBus(DeviceName peer, Payload payload) implements Message {}

  record NotSent(AttemptId attempt, LaneCode why) implements Message {}

  /** The service of levels has answered the data service. */
  record LevelCame(DeviceName peer, LevelAnswer answer) implements Message {}

  /** What calls have to know of the DeviceManager is other than before. */
  record DeskIs(Desk desk) implements Message {}

  record TrustWants(TrustEffect effect) implements Message {}

  record DialogShown(Atm.Effect.ShowDialog dialog) implements Message {}

  record AtmWants(GrantEffect effect) implements Message {}

  /** A peer in reach may still have to tell its attributes. */
  record AskNode(DeviceName peer) implements Message {}

  private record TrustTold(Trust.Described described) implements Message {}

  /** The person does something about a bond. */
  record PersonBonds(Trust.Command deed) implements Message {}

  /** The person answers a permission dialog. */
  record PersonAnswers(Atm.Command deed) implements Message {}

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

  private final Parts parts;
  private final ActorRef<AtmActor.Message> atm;
  private final ActorRef<TrustActor.Message> trust;
  private final ActorRef<KvServiceActor.Message> kv;
  private final ActorRef<SoftBusActor.Message> bus;
  private final PartsActor made;
  private final PeopleActor person;
  private final PeersActor peers;
  private Radios radios;
  private Desk desk = Desk.NEW;
  private int lastCall;

  private DeviceActor(ActorContext<Message> context, TimerScheduler<Message> timers, Parts parts) {
    super(context);
    this.parts = parts;
    this.radios = Radios.allOn(parts.profile().radios());
    this.person = new PeopleActor(timers, parts.host().observer(), parts.profile().person());
    this.made = new PartsActor(context, parts);
    this.atm = made.atm();
    this.trust = made.trust();
    this.bus = made.bus();
    this.kv = made.kv(atm, trust, bus);
    this.peers =
        new PeersActor(context, timers, parts, made, new PeersActor.Services(trust, bus, kv));
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
        .onMessage(Arrived.class, in -> pass(() -> onFrame(in.frame())))
        .onMessage(AskPart.class, ask -> pass(() -> ask.question().accept(this)))
        .onMessage(LevelCame.class, came -> pass(() -> peers.levelCame(came)))
        .onMessage(DeskIs.class, is -> pass(() -> desk = is.desk()))
        .onMessage(FromBus.class, in -> pass(() -> onPayload(in.peer(), in.payload())))
        .onMessage(
            NotSent.class,
            lost ->
                pass(
                    () ->
                        kv.tell(new KvServiceActor.LinkFailed(lost.attempt(), lost.why().code()))))
        .onMessage(Membership.class, news -> pass(() -> peers.news(news.event())))
        .onMessage(PeerSeen.class, seen -> pass(() -> joins().seen(seen)))
        .onMessage(PeerHeard.class, in -> pass(() -> joins().heardOf(in.peer().name())))
        .onMessage(RadioSwitched.class, turn -> pass(() -> onRadio(turn)))
        .onMessage(
            PermissionServiceIs.class,
            is -> pass(() -> tellAtm(new AtmFact.ServiceIs(is.health()))))
        .onMessage(DeviceManagerIs.class, is -> pass(() -> tellDevices(is)))
        .onMessage(
            DataServiceMeets.class, it -> pass(() -> kv.tell(new KvServiceActor.Meets(it.what()))))
        .onMessage(ClockSet.class, set -> pass(() -> kv.tell(new KvServiceActor.ClockChanged())))
        .onMessage(LevelIs.class, is -> pass(() -> peers.levelIs(is.level())))
        .onMessage(PinRead.class, read -> pass(() -> person.read(read)))
        .onMessage(PinHeard.class, in -> pass(() -> tellTrust(new Trust.HearPin(in.pin()))))
        .onMessage(Bonded.class, bonded -> pass(() -> tellTrust(bonded.bonds())))
        .onMessage(Inspect.class, this::onInspect)
        .onMessage(AskNode.class, silent -> pass(() -> peers.ask(silent.peer())))
        .onMessage(TrustWants.class, wants -> pass(() -> onTrust(wants.effect())))
        .onMessage(TrustTold.class, told -> pass(() -> announce(told.described())))
        .onMessage(DialogShown.class, shown -> pass(() -> person.see(shown.dialog())))
        .onMessage(AtmWants.class, wants -> pass(() -> onAtm(wants.effect())))
        .onMessage(PersonBonds.class, acts -> pass(() -> made.bonds(acts.deed(), atm, trust)))
        .onMessage(PersonAnswers.class, acts -> pass(() -> tellAtm(acts.deed())))
        .build();
  }

  private Behavior<Message> pass(Runnable work) {
    work.run();
    return this;
  }

  private Behavior<Message> onInvoke(Invoke invoke) {
    CallRequest request = invoke.request();
    person.actFor(request);
    getContext()
        .spawn(
            CallActor.create(
                parts.calls().find(request.name().value()).orElseThrow(),
                request,
                new CallActor.Surroundings(
                    parts.identity(),
                    parts.profile().tier(),
                    peers.nodes(),
                    desk,
                    peers.own(),
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

  private void onFrame(Frame frame) {
    if (frame.payload() instanceof Payload.OfDiscovery word) {
      devices().tell(new DeviceManagerActor.Tell(DeviceManagerActor.heard(frame, word)));
    } else {
      bus.tell(new SoftBusActor.Arrived(frame));
    }
  }

  JoinsActor joins() {
    return peers.joins();
  }

  private void onPayload(DeviceName peer, Payload payload) {
    if (peers.takes(peer, payload)) {
      return;
    }
    DeviceIdentity from = DeviceIdentity.of(peer);
    if (payload instanceof Payload.OfLevel word) {
      levels().tell(new LevelActor.Tell(new LevelService.Receive(from, word.message())));
    } else if (payload instanceof Payload.NodeName said) {
      devices().tell(new DeviceManagerActor.Tell(new DeviceManager.Called(peer, said.name())));
    } else if (payload instanceof Payload.OfTrust word) {
      joins().heard(peer, word.message());
      tellTrust(new Trust.Receive(from, word.message()));
    } else if (payload instanceof Payload.OfAtm word) {
      sync().tell(new TokenSyncActor.FromPeer(peer, word.message()));
    } else if (payload instanceof Payload.OfSession word) {
      sessions().tell(new SessionsActor.FromPeer(peer, word));
    } else if (payload instanceof Payload.OfSync word) {
      kv.tell(new KvServiceActor.FromPeer(peer, word.message()));
    } else {
      throw new AssertionError(payload);
    }
  }

  PartsActor made() {
    return made;
  }

  ActorRef<LevelActor.Message> levels() {
    return made.levels(peers.nodes(), bus);
  }

  ActorRef<DeviceManagerActor.Message> devices() {
    return made.devices(peers.nodes().online(), trust, bus);
  }

  private void tellDevices(DeviceManagerIs is) {
    devices().tell(new DeviceManagerActor.Tell(new DeviceManager.ServiceIs(is.serving())));
  }

  /** The data service has to know a level that no attributes state. */
  void levelWanted(DeviceName peer) {
    peers.levelWanted(peer);
  }

  void askedInVain(DeviceName peer) {
    levels().tell(new LevelActor.Tell(new LevelService.NotSent(DeviceIdentity.of(peer))));
  }

  ActorRef<TokenSyncActor.Message> sync() {
    return made.sync(peers.nodes().online(), atm, bus);
  }

  ActorRef<SessionsActor.Message> sessions() {
    return made.sessions(peers.nodes().online(), trust, bus);
  }

  private void onRadio(RadioSwitched turn) {
    radios = radios.switched(turn.radio(), turn.on());
    bus.tell(new SoftBusActor.Radios(radios.bearers()));
    joins().radios(radios.bearers());
  }

  private void onTrust(TrustEffect effect) {
    if (effect instanceof TrustEffect.Send send) {
      bus.tell(new SoftBusActor.Send(send.to().name(), new Payload.OfTrust(send.message())));
    } else if (effect instanceof TrustEffect.RingsChanged changed) {
      parts.host().membership().ringsChanged(parts.identity(), changed.rings());
      joins().rings(changed.rings());
      trust.tell(
          new TrustActor.Ask(
              new Trust.Describe(),
              OnceActor.once(
                  getContext(),
                  Trust.Reply.class,
                  getContext().getSelf(),
                  reply -> new TrustTold((Trust.Described) reply))));
    } else if (effect instanceof TrustEffect.PlayPin said) {
      parts.host().playPin(parts.profile().name(), said.pin());
    } else if (effect instanceof TrustEffect.ShowPin shown) {
      parts.host().showPin(parts.profile().name(), shown.source().name(), shown.pin());
    } else {
      person.see(made.noticed(effect));
    }
  }

  private void onAtm(GrantEffect effect) {
    if (effect instanceof GrantEffect.ShowSheet shown) {
      person.see(shown);
    } else if (effect instanceof GrantEffect.CallBack call) {
      parts.host().observer().permissionStateChange(call);
    } else if (effect instanceof GrantEffect.KillProcess kill) {
      tellAtm(new AtmFact.AppMoved(kill.identity(), AppActivity.Phase.STOPPED));
      made.appEnded(kill.identity(), desk, kv);
    } else if (effect instanceof GrantEffect.NotifySync notice) {
      made.tellSync(new TokenSyncActor.Modified(notice));
    }
  }

  private void announce(Trust.Described told) {
    made.userIs(told.state().foregroundUser());
    parts.host().announce(parts.identity(), told.account());
  }

  private void tellAtm(Atm.Command command) {
    atm.tell(new AtmActor.Ask(command, getContext().getSystem().ignoreRef()));
  }

  private void tellTrust(Trust.Command command) {
    trust.tell(new TrustActor.Tell(command));
  }
}
