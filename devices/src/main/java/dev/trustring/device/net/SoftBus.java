package dev.trustring.device.net;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The channels of a device: which bearer carries frames to which peer for which purpose, and what
 * waits until one does (trust-and-softbus §5.6, §5.7). Pure; {@link SoftBusActor} carries its
 * wishes out.
 *
 * @param own the bearers that the device has, and those whose radios are on
 * @param peers the bearers that peers told to have
 * @param last the number of the last channel that was begun
 */
record SoftBus(
    DeviceName self,
    Own own,
    Map<DeviceName, List<Bearer>> peers,
    Map<Route, Session> sessions,
    int last) {

  /** An idle channel of the services closes after this long (kv-store §7.3). */
  static final Duration IDLE = Duration.ofSeconds(5);

  /** The same where it was built from device to device (kv-store §7.3). */
  static final Duration IDLE_DIRECT = Duration.ofSeconds(3);

  /** An idle channel of apps' sessions closes after this long (trust-and-softbus §5.6). */
  static final Duration IDLE_PROXY = Duration.ofMinutes(4);

  /** What waits for a session, for each peer, at the most; later frames are dropped. */
  static final int MOST_WAITING = 256;

  /** The bearers that a device has, and those of them whose radios are on. */
  record Own(List<Bearer> has, List<Bearer> on) {
    Own {
      has = List.copyOf(has);
      on = List.copyOf(on);
    }
  }

  /** A channel to one peer. */
  sealed interface Session {
    /**
     * Being opened over the first of the bearers left.
     *
     * @param number tells late answers apart
     */
    record Opening(int number, List<Bearer> left, List<Payload> waiting) implements Session {
      public Opening {
        left = List.copyOf(left);
        waiting = List.copyOf(waiting);
      }

      Opening and(Payload payload) {
        List<Payload> more = new ArrayList<>(waiting);
        more.add(payload);
        return new Opening(number, left, more);
      }

      Opening without(Bearer tried) {
        return new Opening(
            number, left.stream().filter(bearer -> bearer != tried).toList(), waiting);
      }
    }

    record Open(Bearer bearer, Instant used) implements Session {}
  }

  /** What is to be done. */
  sealed interface Wish {
    record Transmit(Frame frame) implements Wish {}

    /** Ask again after that time whether the channel came to be. */
    record Remind(Route route, int number, Duration after) implements Wish {}

    record Deliver(DeviceName from, Payload payload) implements Wish {}

    /** Who was to be asked for a level cannot be. */
    record AskedInVain(DeviceName peer) implements Wish {}

    /** There is a channel for sessions of apps now. */
    record Ready(Route route, Bearer bearer) implements Wish {}

    /** There is no channel any more, or none came to be; these attempts were waiting. */
    record GiveUp(Route route, LaneCode why, List<AttemptId> attempts) implements Wish {
      public GiveUp {
        attempts = List.copyOf(attempts);
      }
    }
  }

  /** The sessions afterwards, and what is to be done in that order. */
  record Next(SoftBus bus, List<Wish> wishes) {
    Next {
      wishes = List.copyOf(wishes);
    }
  }

  SoftBus {
    peers = new TreeMap<>(peers);
    sessions = new TreeMap<>(sessions);
  }

  static SoftBus withRadios(DeviceName self, List<Bearer> on) {
    return new SoftBus(self, new Own(on, on), Map.of(), Map.of(), 0);
  }

  /** Something is to go to a peer. */
  Next send(Route route, Payload payload, Instant now) {
    Session session = sessions.get(route);
    if (session instanceof Session.Open open && isUsable(route, open, now)) {
      return new Next(
          with(route, new Session.Open(open.bearer(), now)),
          List.of(transmit(route, open.bearer(), payload)));
    }
    if (session instanceof Session.Opening opening) {
      return opening.waiting().size() >= MOST_WAITING
          ? new Next(this, List.of())
          : new Next(with(route, opening.and(payload)), List.of());
    }
    return begin(route, route.purpose().order(), List.of(payload));
  }

  /**
   * Sessions are to go to a peer: says when there is a channel, or why there is none.
   *
   * @param order the bearers to try if there is no channel yet
   */
  Next prepare(Route route, List<Bearer> order, Instant now) {
    Session session = sessions.get(route);
    if (session instanceof Session.Open open && isUsable(route, open, now)) {
      return new Next(this, List.of(new Wish.Ready(route, open.bearer())));
    }
    return session instanceof Session.Opening
        ? new Next(this, List.of())
        : begin(route, order, List.of());
  }

  private Next begin(Route route, List<Bearer> order, List<Payload> waiting) {
    LaneCode whyNone = choice(route.peer()).whyNone(order);
    return tryLanes(route, new Session.Opening(last, order, waiting), whyNone);
  }

  /** Whether a channel is or was open that nobody has begun to build anew. */
  boolean isOpen(Route route) {
    return sessions.get(route) instanceof Session.Open;
  }

  /** A frame has come. */
  Next receive(Frame frame, Instant now) {
    Route route = new Route(frame.from(), frame.payload().purpose());
    if (frame.payload() instanceof Payload.SessionOpen wanted) {
      return onOpened(route, frame, new Payload.SessionAccept(wanted.session()), now);
    }
    if (frame.payload() instanceof Payload.LaneOpen wanted) {
      Payload accept = new Payload.LaneAccept(wanted.number(), wanted.purpose());
      return onOpened(route, frame, accept, now);
    }
    if (frame.payload() instanceof Payload.SessionAccept accepted) {
      return onAccepted(route, frame, accepted.session(), now);
    }
    if (frame.payload() instanceof Payload.LaneAccept accepted) {
      return onAccepted(route, frame, accepted.number(), now);
    }
    if (frame.payload() instanceof Payload.VersionRefused) {
      return onRefused(frame.from());
    }
    boolean used = sessions.get(route) instanceof Session.Open;
    SoftBus after = used ? with(route, new Session.Open(frame.bearer(), now)) : this;
    return new Next(after, List.of(new Wish.Deliver(frame.from(), frame.payload())));
  }

  private Next onOpened(Route route, Frame frame, Payload accept, Instant now) {
    boolean opening = sessions.get(route) instanceof Session.Opening;
    SoftBus after = opening ? this : with(route, new Session.Open(frame.bearer(), now));
    return new Next(after, List.of(transmit(route, frame.bearer(), accept)));
  }

  private Next onAccepted(Route route, Frame frame, int number, Instant now) {
    if (!(sessions.get(route) instanceof Session.Opening opening) || opening.number() != number) {
      return new Next(this, List.of());
    }
    List<Wish> wishes = new ArrayList<>();
    opening.waiting().forEach(payload -> wishes.add(transmit(route, frame.bearer(), payload)));
    if (route.isForApps()) {
      wishes.add(new Wish.Ready(route, frame.bearer()));
    }
    return new Next(with(route, new Session.Open(frame.bearer(), now)), wishes);
  }

  /** The peer reads none of our frames, over no bearer: what waits would wait in vain. */
  private Next onRefused(DeviceName peer) {
    SoftBus after = this;
    List<Wish> wishes = new ArrayList<>();
    TreeSet<Route> routes = new TreeSet<>(List.of(Route.ofServices(peer)));
    sessions.keySet().stream().filter(route -> route.peer().equals(peer)).forEach(routes::add);
    for (Route route : routes) {
      Next next = after.giveUp(route, LaneCode.OTHER_VERSION, after.waiting(route));
      after = next.bus();
      wishes.addAll(next.wishes());
    }
    return new Next(after, wishes);
  }

  /** The patience with a bearer is over. */
  Next remind(Route route, int number) {
    if (!(sessions.get(route) instanceof Session.Opening opening) || opening.number() != number) {
      return new Next(this, List.of());
    }
    boolean probed = opening.left().get(0).medium() == Bearer.Medium.LAN;
    return tryLanes(
        route,
        opening.without(opening.left().get(0)),
        probed ? LaneCode.PROBE_TIMEOUT : LaneCode.LINK_TIMEOUT);
  }

  /** The radios that are on have changed; channels over others are gone at once (§5.5). */
  Next radios(List<Bearer> nowOn) {
    SoftBus after = new SoftBus(self, new Own(own.has(), nowOn), peers, sessions, last);
    List<Wish> wishes = new ArrayList<>();
    for (Map.Entry<Route, Session> entry : sessions.entrySet()) {
      if (entry.getValue() instanceof Session.Open open && !open.bearer().isCarriedBy(nowOn)) {
        Next next = after.giveUp(entry.getKey(), LaneCode.NO_LANE, List.of());
        after = next.bus();
        wishes.addAll(next.wishes());
      }
    }
    Next next = after.withoutVainOpenings();
    wishes.addAll(next.wishes());
    return new Next(next.bus(), wishes);
  }

  /** A peer has told which bearers it has: only those that both have are tried (§5.7). */
  Next peerHas(DeviceName peer, List<Bearer> bearers) {
    Map<DeviceName, List<Bearer>> more = new TreeMap<>(peers);
    more.put(peer, List.copyOf(bearers));
    return new SoftBus(self, own, more, sessions, last).withoutVainOpenings();
  }

  /** Openings over a bearer that cannot lead to the peer go on to their next one at once. */
  private Next withoutVainOpenings() {
    SoftBus after = this;
    List<Wish> wishes = new ArrayList<>();
    for (Map.Entry<Route, Session> entry : sessions.entrySet()) {
      Route route = entry.getKey();
      if (entry.getValue() instanceof Session.Opening opening) {
        List<Bearer> usable = choice(route.peer()).usable(opening.left());
        if (!usable.contains(opening.left().get(0))) {
          boolean probed = opening.left().get(0).medium() == Bearer.Medium.LAN;
          Next next =
              after.tryLanes(route, opening, probed ? LaneCode.PROBE_FAILED : LaneCode.NO_LANE);
          after = next.bus();
          wishes.addAll(next.wishes());
        }
      }
    }
    return new Next(after, wishes);
  }

  /**
   * Tries the first of the lanes that are left.
   *
   * @param why the answer if none is left
   */
  private Next tryLanes(Route route, Session.Opening lanes, LaneCode why) {
    List<Bearer> usable = choice(route.peer()).usable(lanes.left());
    if (usable.isEmpty()) {
      return giveUp(route, why, lanes.waiting());
    }
    int number = last + 1;
    SoftBus after =
        new SoftBus(self, own, peers, sessions, number)
            .with(route, new Session.Opening(number, usable, lanes.waiting()));
    Bearer first = usable.get(0);
    return new Next(
        after,
        List.of(
            transmit(route, first, route.open(number)),
            new Wish.Remind(route, number, first.patience())));
  }

  private Next giveUp(Route route, LaneCode why, List<Payload> waiting) {
    List<AttemptId> attempts =
        waiting.stream().map(Payload::attempt).flatMap(Optional::stream).distinct().toList();
    List<Wish> wishes = new ArrayList<>();
    wishes.add(new Wish.GiveUp(route, why, attempts));
    if (waiting.stream().anyMatch(Payload.OfLevel.class::isInstance)) {
      wishes.add(new Wish.AskedInVain(route.peer()));
    }
    return new Next(without(route), wishes);
  }

  private LaneChoice choice(DeviceName peer) {
    return new LaneChoice(own.has(), own.on(), Optional.ofNullable(peers.get(peer)));
  }

  private List<Payload> waiting(Route route) {
    return sessions.get(route) instanceof Session.Opening opening ? opening.waiting() : List.of();
  }

  private Wish transmit(Route route, Bearer bearer, Payload payload) {
    return new Wish.Transmit(new Frame(self, route.peer(), bearer, payload));
  }

  private boolean isUsable(Route route, Session.Open open, Instant now) {
    boolean direct = open.bearer().medium() == Bearer.Medium.DIRECT;
    Duration ofServices = direct ? IDLE_DIRECT : IDLE;
    Duration limit = route.isForApps() ? IDLE_PROXY : ofServices;
    return open.bearer().isCarriedBy(own.on())
        && Duration.between(open.used(), now).compareTo(limit) <= 0;
  }

  private SoftBus with(Route route, Session session) {
    Map<Route, Session> after = new TreeMap<>(sessions);
    after.put(route, session);
    return new SoftBus(self, own, peers, after, last);
  }

  private SoftBus without(Route route) {
    Map<Route, Session> after = new TreeMap<>(sessions);
    after.remove(route);
    return new SoftBus(self, own, peers, after, last);
  }
}
