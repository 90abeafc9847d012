package dev.trustring.device.session;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.LaneNews;
import dev.trustring.device.net.Route;
import dev.trustring.device.net.SessionCode;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.net.SessionMessage;
import dev.trustring.device.profile.SystemTier;
import dev.trustring.device.session.Session.Phase;
import dev.trustring.device.session.SessionWish.Answer;
import dev.trustring.device.session.SessionWish.CallBack;
import dev.trustring.device.session.SessionWish.Say;
import dev.trustring.device.session.SessionWish.What;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The session servers and sessions of a device (trust-and-softbus §5.2, §5.6); a restart forgets
 * them. It changes in place and says what is to be done; {@link SessionsActor} does it.
 *
 * <p>Opening is judged on both ends: permission, arguments and rows of this one before the call
 * comes here, then its names, its limits and whether the peer is online; {@link SessionSink} judges
 * for the other. What waits for a channel is sent when {@link LaneNews} says that it is there.
 */
final class SessionTable {

  private static final int SESSIONS_MAX = 20;

  private final SystemTier tier;
  private final SessionServers servers = new SessionServers();
  private final Map<Integer, Session> sessions = new TreeMap<>();
  private final TreeSet<DeviceName> online = new TreeSet<>();
  private final BindGuard guard = new BindGuard();
  private final SessionSink sink = new SessionSink(this, servers);
  private final List<SessionWish> wishes = new ArrayList<>();
  private int lastSession;
  private int lastSent;

  SessionTable(SystemTier tier, List<DeviceName> online) {
    this.tier = tier;
    this.online.addAll(online);
  }

  /** What is to be done since this was asked last, in that order. */
  List<SessionWish> wishes() {
    List<SessionWish> taken = List.copyOf(wishes);
    wishes.clear();
    return taken;
  }

  void wish(SessionWish wish) {
    wishes.add(wish);
  }

  /**
   * A process asks for something.
   *
   * @param call a number for the answer
   */
  void on(int call, SessionCall asked, Instant now) {
    if (asked instanceof SessionCall.CreateServer create) {
      answer(call, servers.create(create));
    } else if (asked instanceof SessionCall.RemoveServer remove) {
      answer(call, remove(remove));
    } else if (asked instanceof SessionCall.Open open) {
      open(call, open, now);
    } else if (asked instanceof SessionCall.Close close) {
      answer(call, close(close, now));
    } else if (asked instanceof SessionCall.Send send) {
      send(call, send, now);
    } else {
      throw new AssertionError(asked);
    }
  }

  private Optional<SessionCode> remove(SessionCall.RemoveServer asked) {
    Optional<SessionCode> refused = servers.remove(asked);
    if (refused.isEmpty()) {
      where(session -> session.ends().from().equals(asked.name())).forEach(this::leave);
    }
    return refused;
  }

  private void open(int call, SessionCall.Open asked, Instant now) {
    BindGuard.Triple ends = new BindGuard.Triple(asked.from(), asked.to(), asked.peer());
    Optional<SessionCode> refused =
        servers
            .refusesToOpenFrom(asked.owner(), asked.from())
            .or(() -> when(guard.blocks(ends, now), SessionCode.BLOCKED))
            .or(() -> when(isFull(asked.owner()), SessionCode.TOO_MANY))
            .or(() -> when(!isReached(asked), SessionCode.NODE_OFFLINE));
    if (refused.isPresent()) {
      answer(call, refused);
      return;
    }
    Route route = new Route(asked.peer(), asked.purpose());
    Session session = begin(asked.owner(), ends, asked.kind(), route).openedBy(call);
    wish(What.OPEN.within(asked.patience().orElse(What.OPEN.patience()), session.number(), 0));
    if (asked.patience().isEmpty() && !asked.isToAddress()) {
      wish(What.LANE.of(session.number(), 0));
    }
    wish(new SessionWish.Prepare(route, asked.order()));
  }

  private boolean isReached(SessionCall.Open asked) {
    return asked.isToAddress() || online.contains(asked.peer());
  }

  private static Optional<SessionCode> when(boolean holds, SessionCode code) {
    return holds ? Optional.of(code) : Optional.empty();
  }

  Session begin(SessionOwner owner, BindGuard.Triple ends, SessionKind kind, Route route) {
    Session session = new Session(++lastSession, owner, ends, kind, route);
    sessions.put(session.number(), session);
    return session;
  }

  boolean isFull(SessionOwner owner) {
    return where(session -> session.owner().isSameProcessAs(owner)).size() >= SESSIONS_MAX;
  }

  private Optional<SessionCode> close(SessionCall.Close asked, Instant now) {
    Optional<Session> session = own(asked.owner(), asked.session());
    session.ifPresent(
        one ->
            one.opener()
                .ifPresentOrElse(
                    call -> fails(one, SessionReply.Refused.of(SessionCode.BIND_CANCELLED), now),
                    () -> leave(one)));
    return when(session.isEmpty(), SessionCode.INVALID_PARAM);
  }

  private void send(int call, SessionCall.Send asked, Instant now) {
    Optional<Session> found = own(asked.owner(), asked.session());
    if (asked.size() <= 0 || found.isEmpty()) {
      answer(call, Optional.of(SessionCode.INVALID_PARAM));
      return;
    }
    Session session = found.get();
    Optional<SessionCode> refused =
        when(session.kind().sentAs() != asked.kind(), SessionCode.WRONG_KIND)
            .or(() -> when(asked.size() > session.most(tier), SessionCode.TOO_LONG))
            .or(() -> when(!session.is(Phase.OPEN), SessionCode.NOT_ENABLED));
    if (refused.isPresent()) {
      answer(call, refused);
      return;
    }
    int number = ++lastSent;
    session.isUsed(now);
    say(
        session,
        new SessionMessage.SessionData(session.there(), number, asked.content(), asked.size()));
    if (asked.kind().isConfirmed()) {
      session.untaken().put(number, call);
      wish(What.TAKEN.of(session.number(), number));
      if (session.isOverTcp()) {
        wish(What.IN_FLIGHT.of(session.number(), number));
      }
    } else {
      answer(call, Optional.empty());
    }
  }

  private Optional<Session> own(SessionOwner owner, int number) {
    return Optional.ofNullable(sessions.get(number))
        .filter(session -> session.owner().isSameProcessAs(owner));
  }

  /** Something has become of a channel. */
  void on(LaneNews news, Instant now) {
    for (Session session : where(one -> one.route().equals(news.route()))) {
      if (news instanceof LaneNews.Ready ready) {
        if (session.is(Phase.LINKING)) {
          ask(session, ready.bearer());
        }
      } else if (news instanceof LaneNews.Cut cut) {
        if (session.opener().isPresent()) {
          fails(session, SessionReply.Refused.of(cut.why()), now);
        } else {
          isOver(session, ShutdownReason.LINK_DOWN);
        }
      } else {
        throw new AssertionError(news);
      }
    }
  }

  private void ask(Session session, Bearer bearer) {
    session.isLinkedOver(bearer);
    SessionOwner owner = session.owner();
    say(
        session,
        new SessionMessage.SessionWantedBy(
            new SessionMessage.SessionWanted(
                session.number(),
                session.ends().from(),
                session.ends().to(),
                session.kind(),
                owner.name(),
                owner.isApp(),
                owner.user()),
            owner.token(),
            owner.account()));
    wish(session.handshake().of(session.number(), 0));
  }

  /** A peer is online from now on, or is not. */
  void peer(DeviceName peer, boolean isOnline, Instant now) {
    if (isOnline) {
      online.add(peer);
      return;
    }
    online.remove(peer);
    for (Session session : where(one -> one.ends().peer().equals(peer) && !one.isToAddress())) {
      if (session.opener().isPresent()) {
        fails(session, SessionReply.Refused.of(SessionCode.NODE_OFFLINE), now);
      } else {
        isOver(session, ShutdownReason.LNN_OFFLINE);
      }
    }
  }

  /** A peer says something over the channel of that route. */
  void from(Route route, SessionMessage message, Instant now) {
    if (message instanceof SessionMessage.SessionWanted wanted) {
      sink.wanted(route, Wanted.of(wanted), now);
    } else if (message instanceof SessionMessage.SessionWantedBy wanted) {
      sink.wanted(route, Wanted.of(wanted), now);
    } else if (message instanceof SessionMessage.SessionGranted granted) {
      withPeer(route, granted.session(), Phase.ASKING)
          .ifPresent(session -> granted(session, granted.here(), now));
    } else if (message instanceof SessionMessage.SessionDenied denied) {
      withPeer(route, denied.session(), Phase.ASKING)
          .ifPresent(session -> fails(session, SessionReply.Refused.of(denied.why()), now));
    } else if (message instanceof SessionMessage.SessionData data) {
      data(route, data, now);
    } else if (message instanceof SessionMessage.SessionTaken taken) {
      withPeer(route, taken.session(), Phase.OPEN)
          .flatMap(session -> Optional.ofNullable(session.untaken().remove(taken.number())))
          .ifPresent(call -> answer(call, Optional.empty()));
    } else if (message instanceof SessionMessage.SessionClosed closed) {
      sink.gone(route.peer(), closed.here());
      where(one -> one.is(Phase.OPEN) && one.there() == closed.here()).stream()
          .filter(one -> one.ends().peer().equals(route.peer()))
          .forEach(session -> isOver(session, ShutdownReason.PEER));
    } else {
      throw new AssertionError(message);
    }
  }

  /** Whoever checks access rows has answered about the peer's wish for a session. */
  void judged(DeviceName peer, int session, Optional<SessionCode> refused, Instant now) {
    sink.judged(peer, session, refused, now);
  }

  private void granted(Session session, int there, Instant now) {
    session.isOpen(there, now);
    guard.succeeded(session.ends());
    session
        .opener()
        .ifPresent(call -> wish(new Answer(call, new SessionReply.Opened(session.number()))));
    session.isAnswered();
    opened(session);
    if (session.closesIdle()) {
      wish(What.USE.of(session.number(), 0));
    }
  }

  void opened(Session session) {
    callBack(
        session,
        "OnSessionOpened",
        "open to " + session.ends().to() + ", " + session.kind().word());
  }

  private void data(Route route, SessionMessage.SessionData data, Instant now) {
    Optional<Session> found = withPeer(route, data.session(), Phase.OPEN);
    if (found.isEmpty()) {
      wish(new Say(route, new SessionMessage.SessionClosed(data.session())));
      return;
    }
    Session session = found.get();
    session.isUsed(now);
    String unit = session.kind() == SessionKind.FILE ? " files" : " bytes";
    String words = data.content().isEmpty() ? "" : " '" + data.content() + "'";
    callBack(session, session.kind().callback(), data.size() + unit + words);
    if (session.kind().isConfirmed()) {
      say(session, new SessionMessage.SessionTaken(session.there(), data.number()));
    }
  }

  private Optional<Session> withPeer(Route route, int number, Phase phase) {
    return Optional.ofNullable(sessions.get(number))
        .filter(session -> session.ends().peer().equals(route.peer()) && session.is(phase));
  }

  /** What was waited for has not come, or has. */
  void remind(SessionWish.Timer timer, Instant now) {
    Session session = sessions.get(timer.session());
    if (session == null) {
      return;
    }
    switch (timer.what()) {
      case OPEN -> lateOpening(session, SessionCode.BIND_TIMEOUT, now);
      case LANE -> {
        if (session.is(Phase.LINKING)) {
          lateOpening(session, SessionCode.LANE_TIMEOUT, now);
        }
      }
      case NEGOTIATION -> lateOpening(session, SessionCode.NEGOTIATION_TIMEOUT, now);
      case HANDSHAKE, DATAGRAMS -> lateOpening(session, SessionCode.HANDSHAKE_TIMEOUT, now);
      case TAKEN ->
          Optional.ofNullable(session.untaken().remove(timer.number()))
              .ifPresent(call -> answer(call, Optional.of(SessionCode.SEND_TIMEOUT)));
      case IN_FLIGHT -> closeIfInFlight(session, timer.number());
      case USE -> closeIfIdle(session, now);
    }
  }

  private void lateOpening(Session session, SessionCode why, Instant now) {
    if (session.opener().isPresent()) {
      fails(session, SessionReply.Refused.of(why), now);
    }
  }

  private void closeIfInFlight(Session session, int number) {
    if (session.untaken().containsKey(number)) {
      isOver(session, ShutdownReason.LINK_DOWN);
    }
  }

  private void closeIfIdle(Session session, Instant now) {
    Duration left = What.USE.patience().minus(Duration.between(session.used(), now));
    if (left.isNegative() || left.isZero()) {
      say(session, new SessionMessage.SessionClosed(session.number()));
      isOver(session, ShutdownReason.TIMEOUT);
    } else {
      wish(new SessionWish.Remind(new SessionWish.Timer(session.number(), What.USE, 0), left));
    }
  }

  /** It did not come to be; a peer that would still open it is told. */
  private void fails(Session session, SessionReply.Refused why, Instant now) {
    sessions.remove(session.number());
    if (why.number() != SessionCode.BIND_CANCELLED.number()) {
      guard.failed(session.ends(), now);
    }
    if (session.is(Phase.ASKING)) {
      say(session, new SessionMessage.SessionClosed(session.number()));
    }
    session.opener().ifPresent(call -> wish(new Answer(call, why)));
  }

  /** This end closes it: its own listener is not called. */
  private void leave(Session session) {
    say(session, new SessionMessage.SessionClosed(session.number()));
    forget(session);
  }

  private void isOver(Session session, ShutdownReason why) {
    forget(session);
    callBack(session, "OnSessionClosed", why.words());
  }

  private void forget(Session session) {
    sessions.remove(session.number());
    session.opener().ifPresent(call -> answer(call, Optional.of(SessionCode.BIND_CANCELLED)));
    session.untaken().values().forEach(call -> answer(call, Optional.of(SessionCode.NOT_ENABLED)));
  }

  private List<Session> where(Predicate<Session> holds) {
    return sessions.values().stream().filter(holds).toList();
  }

  private void say(Session session, SessionMessage message) {
    wish(new Say(session.route(), message));
  }

  private void callBack(Session session, String function, String detail) {
    wish(
        new CallBack(
            new SessionCallback(session.owner().name(), function, session.number(), detail)));
  }

  private void answer(int call, Optional<SessionCode> refused) {
    SessionReply reply =
        refused.<SessionReply>map(SessionReply.Refused::of).orElseGet(SessionReply.Done::new);
    wish(new Answer(call, reply));
  }
}
