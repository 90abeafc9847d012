package dev.trustring.device.nearby;

import dev.trustring.device.net.Payload;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.TrustState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The DeviceManager of a device (trust-and-softbus §2.1, §2.4): who listens, who discovers, what
 * was found. Memory only, gone with a restart.
 */
public final class DeviceManager {
  /** How long a discovery runs unless it is stopped. */
  static final Duration LENGTH = Duration.ofMinutes(2);

  /** How many devices one discovery tells its app of. */
  static final int MOST_TOLD = 99;

  /** How many devices are remembered as found; the oldest goes first. */
  static final int MOST_FOUND = 100;

  /** Something asked of it, or something that happened. */
  public sealed interface Command {}

  public record Create(Client client) implements Command {}

  public record Release(Client client) implements Command {}

  /** on and off. */
  public record Listen(Client client, DeviceEvent event, boolean on) implements Command {}

  public record Start(Client client, Filter filter) implements Command {}

  public record Stop(Client client) implements Command {}

  /** The screen went on or off, or was locked or opened. */
  public record Screen(ScreenChange change) implements Command {}

  /** What has become of a device of a ring. */
  public record Peer(DeviceName device, DeviceState state) implements Command {}

  /** A word of discovery has come in. */
  public record Heard(DeviceName from, Medium medium, Payload.OfDiscovery word)
      implements Command {}

  /** The service behind it lives, or has died. */
  public record ServiceIs(boolean serving) implements Command {}

  /** This device is called so from now on. */
  public record Rename(String name) implements Command {}

  /** Another device is called so. */
  public record Called(DeviceName device, String name) implements Command {}

  /** What the trust of this device does, which the boxes of a bind may have to show. */
  public record Bond(TrustEffect effect) implements Command {}

  /** Something about what is published and looked for at the soft bus. */
  public record OfNotices(NoticeCommand command) implements Command {}

  public record TimerFired(Timer timer) implements Command {}

  /** A timer that runs; one of an equal name replaces it. */
  public sealed interface Timer {}

  /** The discovery of that package ends. */
  public record End(Client client) implements Timer {}

  /** The next round of a discovery over that medium. */
  public record Round(Client client, Medium medium) implements Timer {}

  /** The next round of something that is published, or looked for, at the soft bus. */
  public record NoticeRound(Notice.Key key, boolean seeks, Medium medium) implements Timer {}

  /** What an app had published is taken back. */
  public record PublishingEnds() implements Timer {}

  /** What is to be done. */
  public sealed interface Effect {}

  /** Ask everybody who can hear it. */
  public record Broadcast(Medium medium, Payload payload) implements Effect {}

  public record Transmit(DeviceName to, Medium medium, Payload payload) implements Effect {}

  /** Tell another device over the soft bus. */
  public record Tell(DeviceName to, Payload payload) implements Effect {}

  public record CallBack(AppCallback call) implements Effect {}

  /** Tell the soft bus, whose heartbeats depend on it (trust-and-softbus §5.5). */
  public record ScreenIs(ScreenChange change) implements Effect {}

  public record StartTimer(Timer timer, Duration after) implements Effect {}

  public record StopTimer(Timer timer) implements Effect {}

  /**
   * What is to be done, in that order, and the answer to a call.
   *
   * @param refusal why a discovery did not start; empty for everything that went well
   */
  public record Decision(List<Effect> effects, Optional<DiscoveryRefusal> refusal) {
    public Decision {
      effects = List.copyOf(effects);
    }
  }

  /** A discovery that runs: whom it told of, and how many rounds it has made. */
  private record Discovery(Filter filter, Set<DeviceName> told, Map<Medium, Integer> rounds) {
    Discovery(Filter filter) {
      this(filter, new TreeSet<>(), new TreeMap<>());
    }
  }

  private final int deviceType;
  private final Set<DeviceName> online;
  private final Set<Client> released = new TreeSet<>();
  private final Set<Client> searched = new TreeSet<>();
  private final Listeners listeners = new Listeners();
  private final Map<Client, Discovery> discoveries = new TreeMap<>();
  private final Map<DeviceName, Integer> found = new LinkedHashMap<>();
  private final Names names;
  private final CoapMemory coap = new CoapMemory();
  private final Publishing notices;
  private final BondBoxes boxes = new BondBoxes();
  private boolean serving = true;
  private boolean screenOn = true;

  /**
   * Its start.
   *
   * @param self its own device
   * @param deviceType what it says of it
   * @param online who is online now
   */
  public DeviceManager(DeviceName self, int deviceType, List<DeviceName> online) {
    this.names = new Names(self);
    this.deviceType = deviceType;
    this.notices = new Publishing(new BusDiscovery(deviceType, coap));
    this.online = new TreeSet<>(online);
  }

  /** What calls have to know of it. */
  public Desk desk() {
    return new Desk(released, searched, found.keySet(), serving, names.all(), notices.packages());
  }

  /** What follows from a command, with the trust of the device as it is now. */
  public Decision decide(Command command, TrustState trust) {
    if (command instanceof Start start) {
      return start(start);
    } else if (command instanceof OfNotices asked) {
      return noticed(asked.command(), trust);
    }
    boolean served = serving;
    List<Effect> effects = effects(command, trust);
    return new Decision(
        served ? effects : effects.stream().filter(ScreenIs.class::isInstance).toList(),
        Optional.empty());
  }

  /** What others publish of the DeviceManager's own kind is found by its discoveries as well. */
  private Decision noticed(NoticeCommand command, TrustState trust) {
    Decision decision = notices.decide(command, screenOn);
    if (!(command instanceof NoticeCommand.Heard heard) || !serving || discoveries.isEmpty()) {
      return decision;
    }
    List<Effect> effects = new ArrayList<>(decision.effects());
    heard
        .typeOf(Capability.OSD)
        .filter(type -> coap.takes(heard.from(), heard.medium()))
        .ifPresent(type -> effects.addAll(found(heard.from(), type, trust)));
    return new Decision(effects, Optional.empty());
  }

  private List<Effect> effects(Command command, TrustState trust) {
    if (command instanceof Create create) {
      released.remove(create.client());
      return List.of();
    } else if (command instanceof Release release) {
      return release(release.client());
    } else if (command instanceof Listen listen) {
      listeners.listen(listen);
      return List.of();
    } else if (command instanceof Stop stop) {
      return stop(stop.client());
    } else if (command instanceof Screen screen) {
      return screen(screen.change());
    } else if (command instanceof Peer peer) {
      return peer(peer, trust);
    } else if (command instanceof Heard heard) {
      return heard(heard, trust);
    } else if (command instanceof TimerFired fired) {
      return fired(fired.timer());
    }
    return told(command, trust);
  }

  private List<Effect> told(Command command, TrustState trust) {
    if (command instanceof ServiceIs is) {
      return service(is.serving());
    } else if (command instanceof Rename rename) {
      return names.rename(rename.name(), online);
    } else if (command instanceof Called called) {
      return called(called, trust);
    } else if (command instanceof Bond bond) {
      return boxes
          .show(bond.effect())
          .map(shown -> listeners.callAll(DeviceEvent.REPLY_RESULT, shown, client -> true))
          .orElse(List.of());
    }
    throw new AssertionError(command);
  }

  /** With the service end its discoveries; while it is dead nobody is told of anything. */
  private List<Effect> service(boolean now) {
    serving = now;
    if (now) {
      return List.of();
    }
    List<Effect> effects = new ArrayList<>();
    List.copyOf(discoveries.keySet()).forEach(client -> effects.addAll(stop(client)));
    effects.addAll(notices.died());
    effects.addAll(
        listeners.callAll(DeviceEvent.SERVICE_DIE, "the service has died", client -> true));
    return effects;
  }

  private List<Effect> called(Called called, TrustState trust) {
    String says = called.device() + " is called " + called.name();
    return names.changes(called)
        ? listeners.callAll(
            DeviceEvent.DEVICE_NAME_CHANGE,
            says,
            client -> Listeners.maySee(client, called.device(), trust))
        : List.of();
  }

  private List<Effect> screen(ScreenChange change) {
    if (change == ScreenChange.OFF || change == ScreenChange.ON) {
      screenOn = change == ScreenChange.ON;
    }
    return List.of(new ScreenIs(change));
  }

  private List<Effect> release(Client client) {
    released.add(client);
    listeners.forget(client);
    return stop(client);
  }

  /** A failure is thrown and also told to who listens (trust-and-softbus §2.1). */
  private Decision start(Start start) {
    Client client = start.client();
    Optional<DiscoveryRefusal> refusal = refusal(start);
    if (refusal.isPresent()) {
      String number = Integer.toString(refusal.get().number());
      return new Decision(listeners.call(client, DeviceEvent.DISCOVER_FAILURE, number), refusal);
    }
    searched.add(client);
    coap.clear();
    discoveries.put(client, new Discovery(start.filter()));
    List<Effect> effects = new ArrayList<>();
    for (Medium medium : Medium.values()) {
      effects.addAll(round(new Round(client, medium)));
    }
    effects.add(new StartTimer(new End(client), LENGTH));
    return new Decision(effects, Optional.empty());
  }

  private Optional<DiscoveryRefusal> refusal(Start start) {
    if (discoveries.containsKey(start.client())) {
      return Optional.of(DiscoveryRefusal.REPEATED);
    }
    if (!start.filter().isValid()) {
      return Optional.of(DiscoveryRefusal.FILTER_INVALID);
    }
    return screenOn ? Optional.empty() : Optional.of(DiscoveryRefusal.SCREEN_OFF);
  }

  private List<Effect> stop(Client client) {
    if (discoveries.remove(client) == null) {
      return List.of();
    }
    return List.of(
        new StopTimer(new End(client)),
        new StopTimer(new Round(client, Medium.COAP)),
        new StopTimer(new Round(client, Medium.BLE)));
  }

  private List<Effect> fired(Timer timer) {
    if (timer instanceof End end) {
      discoveries.remove(end.client());
      return List.of();
    } else if (timer instanceof Round round) {
      return round(round);
    }
    return notices.fired(timer, screenOn);
  }

  private List<Effect> round(Round round) {
    Discovery discovery = discoveries.get(round.client());
    if (discovery == null) {
      return List.of();
    }
    List<Effect> effects = new ArrayList<>();
    if (screenOn) {
      effects.add(new Broadcast(round.medium(), new Payload.DiscoverProbe()));
    }
    if (discovery.rounds().merge(round.medium(), 1, Integer::sum) < round.medium().rounds()) {
      effects.add(new StartTimer(round, round.medium().pause()));
    }
    return effects;
  }

  private List<Effect> heard(Heard heard, TrustState trust) {
    if (heard.word() instanceof Payload.DiscoverProbe) {
      return screenOn
          ? List.of(
              new Transmit(heard.from(), heard.medium(), new Payload.DiscoverAnswer(deviceType)))
          : List.of();
    } else if (heard.word() instanceof Payload.DiscoverAnswer answer) {
      return discoveries.isEmpty() || !coap.takes(heard.from(), heard.medium())
          ? List.of()
          : found(heard.from(), answer.deviceType(), trust);
    }
    throw new AssertionError(heard.word());
  }

  private List<Effect> found(DeviceName device, int type, TrustState trust) {
    found.put(device, type);
    if (found.size() > MOST_FOUND) {
      found.remove(found.keySet().iterator().next());
    }
    Filter.Found seen = new Filter.Found(Udid.of(device), type, online.contains(device));
    List<Effect> effects = new ArrayList<>();
    discoveries.forEach(
        (client, discovery) -> {
          List<AccessRow> rows =
              trust.rows().stream().filter(row -> row.localUser().equals(client.user())).toList();
          if (discovery.told().size() < MOST_TOLD
              && discovery.filter().lets(seen, rows)
              && discovery.told().add(device)) {
            effects.addAll(listeners.call(client, DeviceEvent.DISCOVER_SUCCESS, device.value()));
          }
        });
    return effects;
  }

  private List<Effect> peer(Peer peer, TrustState trust) {
    if (peer.state() == DeviceState.AVAILABLE) {
      online.add(peer.device());
    } else {
      online.remove(peer.device());
    }
    List<Effect> effects = new ArrayList<>(names.tell(peer));
    effects.addAll(listeners.peer(peer, trust));
    return effects;
  }
}
