package dev.trustring.device;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.token.UserId;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.Caller;
import dev.trustring.device.net.Frame;
import dev.trustring.device.person.Person;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.device.profile.DeviceKind;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.SystemTier;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.PacketLimits;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import dev.trustring.trust.level.LevelProof;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.RingId;
import dev.trustring.trust.wire.BindVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Two devices back to back: what one puts on the air is told to the other, if it has the radio. */
final class TwoDevices {
  static final Caller SETTINGS = new Caller.Settings(UserId.FIRST);
  static final Caller NOTES = new Caller.App(SampleApps.NOTES, UserId.FIRST, 0);
  static final Person QUICK =
      new Person(
          Person.PermissionAnswer.ALLOW,
          Person.BindAnswer.ALLOW_ALWAYS,
          Person.PinTyping.RIGHT,
          Duration.ZERO);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  final Device phone;
  final Device other;
  private final ActorTestKit kit;
  private final Map<DeviceName, Device> devices = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  /** A phone and another device; the story's name keeps their disks apart from other stories'. */
  TwoDevices(ActorTestKit kit, String story, DeviceKind kind) {
    this.kit = kit;
    this.phone = new Device(profile(story + "-phone", DeviceKind.PHONE));
    this.other = new Device(profile(story + "-" + kind.word(), kind));
    devices.put(phone.name(), phone);
    devices.put(other.name(), other);
    phone.switchOn();
    other.switchOn();
  }

  private static DeviceProfile profile(String name, DeviceKind kind) {
    return new DeviceProfile(
        new DeviceName(name),
        kind,
        SystemTier.STANDARD,
        Optional.of(DeviceLevel.SL3),
        LevelProof.STATED,
        Optional.empty(),
        Optional.empty(),
        kind.radios(),
        Duration.ZERO,
        QUICK,
        BindVersion.OWN,
        PacketLimits.PLATFORM.mtu(),
        false);
  }

  void later(Duration passed) {
    now.updateAndGet(before -> before.plus(passed));
  }

  /** Both are online for each other in this ring. */
  void meetIn(RingId ring) {
    phone.hears(new MembershipEvent.Online(ring, other.identity()));
    other.hears(new MembershipEvent.Online(ring, phone.identity()));
  }

  /** Both log in to one account, see each other and become a ring, in which they are online. */
  void shareAnAccount() {
    phone.does(SETTINGS, LOGIN, ALICE);
    other.does(SETTINGS, LOGIN, ALICE);
    RingId ring = phone.seesARingWith(other);
    other.seesARingWith(phone);
    meetIn(ring);
    phone.seesOnline(other);
    other.seesOnline(phone);
  }

  static final String LOGIN = "distributedAccount.setOsAccountDistributedInfo";
  static final String ALICE = "{event: 'Ohos.account.event.LOGIN', accountId: 'alice'}";

  /** One of the devices, as the test sees it. */
  final class Device {
    private final DeviceProfile profile;
    private final TestProbe<Object> seen = kit.createTestProbe();
    private int boot;
    private ActorRef<DeviceActor.Message> actor = kit.system().ignoreRef();

    Device(DeviceProfile profile) {
      this.profile = profile;
    }

    DeviceName name() {
      return profile.name();
    }

    DeviceIdentity identity() {
      return DeviceIdentity.of(name());
    }

    void switchOn() {
      boot++;
      actor =
          kit.spawn(
              DeviceActor.create(
                  new DeviceActor.Parts(
                      profile,
                      boot,
                      RuleSet.OPENHARMONY,
                      List.of(),
                      SampleApps.MARKET,
                      StandardCalls.registry(),
                      now::get,
                      now::get,
                      purpose -> new SplittableRandom(purpose.hashCode()),
                      new Witness(this, TwoDevices.this))));
    }

    void crash() {
      kit.stop(actor);
    }

    void tell(DeviceActor.Message message) {
      actor.tell(message);
    }

    void hears(MembershipEvent event) {
      tell(new DeviceActor.Membership(event));
    }

    void note(Object happening) {
      seen.ref().tell(happening);
    }

    TestProbe<CallOutcome> begins(Caller caller, String call, String arguments) {
      return begins(caller, call, arguments, Optional.empty());
    }

    TestProbe<CallOutcome> begins(
        Caller caller, String call, String arguments, Optional<Person> person) {
      TestProbe<CallOutcome> outcome = kit.createTestProbe();
      CallRequest request = new CallRequest(caller, new CallName(call), read(arguments), person);
      tell(new DeviceActor.Invoke(request, outcome.ref()));
      return outcome;
    }

    CallOutcome does(Caller caller, String call, String arguments) {
      return begins(caller, call, arguments).receiveMessage();
    }

    void hasNotes() {
      does(SETTINGS, "installer.install", "{app: 'notes'}");
    }

    /** The notes are installed, and may exchange data. */
    void hasGrantedNotes() {
      hasNotes();
      does(
          SETTINGS,
          "abilityAccessCtrl.grantUserGrantedPermission",
          "{app: 'notes', permissionName: 'ohos.permission.DISTRIBUTED_DATASYNC',"
              + " permissionFlags: 2}");
    }

    /** Waits for what was noted to be of that kind and as wanted; skips the rest. */
    <T> T sees(Class<T> kind, Predicate<T> wanted) {
      while (true) {
        Object next = seen.receiveMessage();
        if (kind.isInstance(next) && wanted.test(kind.cast(next))) {
          return kind.cast(next);
        }
      }
    }

    RingId seesARingWith(Device peer) {
      return sees(Witness.RingsSaid.class, said -> said.ringWith(peer.name()).isPresent())
          .ringWith(peer.name())
          .orElseThrow();
    }

    void seesOnline(Device peer) {
      sees(Witness.PeerState.class, state -> state.peer().equals(peer.name()) && state.online());
    }
  }

  /** Carries a frame to the device it is for, if that has the radio. */
  void carry(Frame frame) {
    Device receiver = device(frame.to());
    if (frame.bearer().isOver(receiver.profile.radios())) {
      receiver.tell(new DeviceActor.Arrived(frame));
    }
  }

  Device device(DeviceName name) {
    return Objects.requireNonNull(devices.get(name));
  }

  Device peerOf(Device one) {
    return one == phone ? other : phone;
  }

  private static ObjectNode read(String arguments) {
    try {
      return (ObjectNode) JSON.readTree(arguments);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
