package dev.trustring.trust;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.BindSession;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.user.Build;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.BindVersion;
import dev.trustring.trust.wire.TrustMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** A few devices whose letters lie on the table until the test delivers or loses them. */
final class TrustWorld {
  static final PkgName NOTES = new PkgName("com.example.notes");
  static final PkgName CHESS = new PkgName("com.example.chess");
  static final AccountId ALICE = new AccountId("alice");
  static final AccountId BOB = new AccountId("bob");

  record Letter(Device from, Device to, TrustMessage message) {}

  /** One device: its stored trust, its dialogues, and what its decisions asked for. */
  final class Device {
    final DeviceIdentity identity;
    TrustState state = TrustState.factoryNew();
    Sessions sessions = Sessions.NONE;
    Build build = Build.ORDINARY;
    BindVersion version = BindVersion.OWN;
    final List<TrustEffect> effects = new ArrayList<>();
    final Set<TimerKey> timers = new LinkedHashSet<>();

    private Device(String name) {
      identity = DeviceIdentity.of(name);
    }

    Trust.Reply asked(Trust.Command command) {
      Trust.Inputs inputs = new Trust.Inputs(identity, now, draws.nextLong(), build, version);
      Trust.Decision decision = Trust.decide(state, sessions, command, inputs);
      state = decision.appliedTo(state);
      sessions = decision.sessions();
      decision.effects().forEach(this::carryOut);
      return decision.reply();
    }

    private void carryOut(TrustEffect effect) {
      effects.add(effect);
      if (effect instanceof TrustEffect.Send send) {
        table.add(new Letter(this, device(send.to()), send.message()));
      } else if (effect instanceof TrustEffect.StartTimer start) {
        timers.add(start.key());
      } else if (effect instanceof TrustEffect.StopTimer stop) {
        timers.remove(stop.key());
      }
    }

    Trust.Reply bindsWith(Device peer) {
      return bindsWith(peer, NOTES, BindLevel.APP);
    }

    Trust.Reply bindsWith(Device peer, PkgName pkg, BindLevel level) {
      return asked(new Trust.StartBind(peer.identity, pkg, level));
    }

    Trust.Reply confirms(ConfirmChoice choice) {
      return asked(new Trust.AnswerConfirm(bind(), choice));
    }

    Trust.Reply types(int pin) {
      return asked(new Trust.TypePin(bind(), pin));
    }

    Trust.Reply fires(BindTimer timer) {
      return asked(new Trust.TimerFired(new TimerKey.OfBind(bind(), timer)));
    }

    Trust.Reply logsIn(AccountId account) {
      return asked(new Trust.Login(OsAccountId.FIRST, account));
    }

    Trust.Reply logsOut() {
      return asked(new Trust.Logout(OsAccountId.FIRST));
    }

    Trust.Reply sees(Device peer) {
      Optional<AccountHash> announced =
          peer.state.loggedIn(peer.state.foregroundUser()).map(AccountId::hash);
      return asked(new Trust.PeerSeen(peer.identity, announced));
    }

    /** The process is gone and comes back: what is stored stays, the rest is forgotten. */
    void crashes() {
      sessions = Sessions.NONE;
      timers.clear();
    }

    BindId bind() {
      return sessions.bind().map(BindSession::id).orElseThrow();
    }

    int shownPin() {
      List<TrustEffect.ShowPin> shown = all(TrustEffect.ShowPin.class);
      return shown.get(shown.size() - 1).pin();
    }

    <E> List<E> all(Class<E> kind) {
      return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** How the last bind of this side ended. */
    BindReason ending() {
      List<TrustEffect.BindEnded> endings = all(TrustEffect.BindEnded.class);
      return endings.get(endings.size() - 1).reason();
    }

    boolean mayTalkTo(Device peer, PkgName app) {
      return access(peer, app).access().permitted();
    }

    Trust.AccessAnswer access(Device peer, PkgName app) {
      Trust.CheckAccess check =
          new Trust.CheckAccess(
              OsAccountId.FIRST,
              OsAccountId.FIRST,
              peer.identity.udid(),
              app,
              AuthType.DEFAULT,
              true);
      return (Trust.AccessAnswer) asked(check);
    }

    boolean hasNothing() {
      return state.rows().isEmpty() && state.credentials().isEmpty();
    }

    boolean hasBond() {
      return state.rows().size() == 2
          && state.credentials().size() == 2
          && state.rows().stream().filter(AccessRow::isLinkOnly).count() == 1;
    }
  }

  final List<Letter> table = new ArrayList<>();
  Instant now = Instant.EPOCH;
  private final Map<DeviceIdentity, Device> devices = new LinkedHashMap<>();
  private final SplittableRandom draws;

  TrustWorld(long seed) {
    draws = new SplittableRandom(seed);
  }

  TrustWorld() {
    this(1);
  }

  Device device(String name) {
    return device(DeviceIdentity.of(name));
  }

  Device device(DeviceIdentity identity) {
    return devices.computeIfAbsent(identity, id -> new Device(id.name().value()));
  }

  List<Device> devices() {
    return List.copyOf(devices.values());
  }

  void deliver(int place) {
    Letter letter = table.remove(place);
    letter.to().asked(new Trust.Receive(letter.from().identity, letter.message()));
  }

  void deliverAll() {
    while (!table.isEmpty()) {
      deliver(0);
    }
  }

  void loseAll() {
    table.clear();
  }

  /** The connection of two devices breaks and both hear of it. */
  void disconnect(Device one, Device other) {
    loseAll();
    one.asked(new Trust.PeerGone(other.identity));
    other.asked(new Trust.PeerGone(one.identity));
    loseAll();
  }

  /** The dialogue up to the shown PIN. */
  void bindUpToPin(Device source, Device sink) {
    source.bindsWith(sink);
    deliverAll();
    sink.confirms(ConfirmChoice.ALLOW_ALWAYS);
    deliverAll();
  }

  /**
   * A bind until so many of its letters have arrived, with people who act as soon as they can; the
   * next letter is on the table.
   */
  void bindForLetters(Device source, Device sink, int letters) {
    source.bindsWith(sink);
    for (int arrived = 0; arrived < letters; arrived++) {
      int number = ((BindMessage) table.get(0).message()).number();
      deliver(0);
      if (number == 100) {
        sink.confirms(ConfirmChoice.ALLOW_ALWAYS);
      } else if (number == 110) {
        source.types(sink.shownPin());
      }
    }
  }

  void bind(Device source, Device sink) {
    bindUpToPin(source, sink);
    source.types(sink.shownPin());
    deliverAll();
  }
}
