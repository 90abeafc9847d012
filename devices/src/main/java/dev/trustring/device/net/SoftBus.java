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

/**
 * The sessions of a device: which bearer carries frames to which peer, and what waits until one
 * does (trust-and-softbus §5.6, §5.7). Pure; {@link SoftBusActor} carries its wishes out.
 *
 * @param on the bearers whose radios are on, in the order in which they are tried
 * @param peers the bearers that peers told to have; towards others all are tried
 * @param last the number of the last session that was begun
 */
record SoftBus(
    DeviceName self,
    List<Bearer> on,
    Map<DeviceName, List<Bearer>> peers,
    Map<DeviceName, Session> sessions,
    int last) {

  /** An idle session closes after this long (kv-store §7.3). */
  static final Duration IDLE = Duration.ofSeconds(5);

  /** What waits for a session, for each peer, at the most; later frames are dropped. */
  static final int MOST_WAITING = 256;

  /** A session with one peer. */
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
    }

    record Open(Bearer bearer, Instant used) implements Session {}
  }

  /** What is to be done. */
  sealed interface Wish {
    record Transmit(Frame frame) implements Wish {}

    /** Ask again after that time whether the session came to be. */
    record Remind(DeviceName peer, int number, Duration after) implements Wish {}

    record Deliver(DeviceName from, Payload payload) implements Wish {}

    /** Who was to be asked for a level cannot be. */
    record AskedInVain(DeviceName peer) implements Wish {}

    /** No bearer led to the peer, or it reads no frames of ours; these attempts were waiting. */
    record GiveUp(DeviceName peer, List<AttemptId> attempts) implements Wish {
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
    on = List.copyOf(on);
    peers = new TreeMap<>(peers);
    sessions = new TreeMap<>(sessions);
  }

  static SoftBus withRadios(DeviceName self, List<Bearer> on) {
    return new SoftBus(self, on, Map.of(), Map.of(), 0);
  }

  /** Something is to go to a peer. */
  Next send(DeviceName peer, Payload payload, Instant now) {
    Session session = sessions.get(peer);
    if (session instanceof Session.Open open && !isIdle(open, now) && on.contains(open.bearer())) {
      return new Next(
          with(peer, new Session.Open(open.bearer(), now)),
          List.of(new Wish.Transmit(new Frame(self, peer, open.bearer(), payload))));
    }
    if (session instanceof Session.Opening opening) {
      return opening.waiting().size() >= MOST_WAITING
          ? new Next(this, List.of())
          : new Next(with(peer, waiting(opening, payload)), List.of());
    }
    return tryBearers(peer, on, List.of(payload));
  }

  /** A frame has come. */
  Next receive(Frame frame, Instant now) {
    DeviceName peer = frame.from();
    if (frame.payload() instanceof Payload.SessionOpen wanted) {
      Frame accept =
          new Frame(self, peer, frame.bearer(), new Payload.SessionAccept(wanted.session()));
      boolean opening = sessions.get(peer) instanceof Session.Opening;
      SoftBus after = opening ? this : with(peer, new Session.Open(frame.bearer(), now));
      return new Next(after, List.of(new Wish.Transmit(accept)));
    }
    if (frame.payload() instanceof Payload.SessionAccept accepted) {
      return onAccepted(frame, accepted.session(), now);
    }
    if (frame.payload() instanceof Payload.VersionRefused) {
      return onRefused(peer);
    }
    boolean used = sessions.get(peer) instanceof Session.Open;
    SoftBus after = used ? with(peer, new Session.Open(frame.bearer(), now)) : this;
    return new Next(after, List.of(new Wish.Deliver(peer, frame.payload())));
  }

  private Next onAccepted(Frame frame, int number, Instant now) {
    DeviceName peer = frame.from();
    if (!(sessions.get(peer) instanceof Session.Opening opening) || opening.number() != number) {
      return new Next(this, List.of());
    }
    List<Wish> wishes = new ArrayList<>();
    for (Payload payload : opening.waiting()) {
      wishes.add(new Wish.Transmit(new Frame(self, peer, frame.bearer(), payload)));
    }
    return new Next(with(peer, new Session.Open(frame.bearer(), now)), wishes);
  }

  /** The peer reads none of our frames, over no bearer: what waits would wait in vain. */
  private Next onRefused(DeviceName peer) {
    List<Payload> waiting =
        sessions.get(peer) instanceof Session.Opening opening ? opening.waiting() : List.of();
    return new Next(without(peer), givenUp(peer, waiting));
  }

  /** The patience with a bearer is over. */
  Next remind(DeviceName peer, int number) {
    if (!(sessions.get(peer) instanceof Session.Opening opening) || opening.number() != number) {
      return new Next(this, List.of());
    }
    return tryBearers(peer, rest(opening.left()), opening.waiting());
  }

  /** The radios that are on have changed; sessions over others are gone at once (§5.5). */
  Next radios(List<Bearer> nowOn) {
    SoftBus after = new SoftBus(self, nowOn, peers, sessions, last);
    for (Map.Entry<DeviceName, Session> entry : sessions.entrySet()) {
      if (entry.getValue() instanceof Session.Open open && !nowOn.contains(open.bearer())) {
        after = after.without(entry.getKey());
      }
    }
    return after.withoutVainOpenings();
  }

  /** A peer has told which bearers it has: only those that both have are tried (§5.7). */
  Next peerHas(DeviceName peer, List<Bearer> bearers) {
    Map<DeviceName, List<Bearer>> more = new TreeMap<>(peers);
    more.put(peer, List.copyOf(bearers));
    return new SoftBus(self, on, more, sessions, last).withoutVainOpenings();
  }

  /** Openings over a bearer that cannot lead to the peer go on to their next one at once. */
  private Next withoutVainOpenings() {
    SoftBus after = this;
    List<Wish> wishes = new ArrayList<>();
    for (Map.Entry<DeviceName, Session> entry : sessions.entrySet()) {
      DeviceName peer = entry.getKey();
      if (entry.getValue() instanceof Session.Opening opening
          && !leadsTo(peer, opening.left().get(0))) {
        Next next = after.tryBearers(peer, opening.left(), opening.waiting());
        after = next.bus();
        wishes.addAll(next.wishes());
      }
    }
    return new Next(after, wishes);
  }

  private Next tryBearers(DeviceName peer, List<Bearer> bearers, List<Payload> waiting) {
    List<Bearer> usable = bearers.stream().filter(bearer -> leadsTo(peer, bearer)).toList();
    if (usable.isEmpty()) {
      return new Next(without(peer), givenUp(peer, waiting));
    }
    int number = last + 1;
    SoftBus after =
        new SoftBus(self, on, peers, sessions, number)
            .with(peer, new Session.Opening(number, usable, waiting));
    Bearer first = usable.get(0);
    return new Next(
        after,
        List.of(
            new Wish.Transmit(new Frame(self, peer, first, new Payload.SessionOpen(number))),
            new Wish.Remind(peer, number, first.patience())));
  }

  private boolean leadsTo(DeviceName peer, Bearer bearer) {
    return on.contains(bearer) && peers.getOrDefault(peer, on).contains(bearer);
  }

  private static List<Wish> givenUp(DeviceName peer, List<Payload> waiting) {
    List<Wish> wishes = new ArrayList<>();
    wishes.add(new Wish.GiveUp(peer, attempts(waiting)));
    if (waiting.stream().anyMatch(Payload.OfLevel.class::isInstance)) {
      wishes.add(new Wish.AskedInVain(peer));
    }
    return wishes;
  }

  private static List<AttemptId> attempts(List<Payload> waiting) {
    return waiting.stream().map(Payload::attempt).flatMap(Optional::stream).distinct().toList();
  }

  private static Session waiting(Session.Opening opening, Payload payload) {
    List<Payload> more = new ArrayList<>(opening.waiting());
    more.add(payload);
    return new Session.Opening(opening.number(), opening.left(), more);
  }

  private static List<Bearer> rest(List<Bearer> bearers) {
    return bearers.subList(1, bearers.size());
  }

  private static boolean isIdle(Session.Open open, Instant now) {
    return Duration.between(open.used(), now).compareTo(IDLE) > 0;
  }

  private SoftBus with(DeviceName peer, Session session) {
    Map<DeviceName, Session> after = new TreeMap<>(sessions);
    after.put(peer, session);
    return new SoftBus(self, on, peers, after, last);
  }

  private SoftBus without(DeviceName peer) {
    Map<DeviceName, Session> after = new TreeMap<>(sessions);
    after.remove(peer);
    return new SoftBus(self, on, peers, after, last);
  }
}
