package dev.trustring.device.session;

import dev.trustring.device.net.Route;
import dev.trustring.device.net.SessionCode;
import dev.trustring.device.net.SessionMessage;
import dev.trustring.device.net.SessionMessage.SessionWanted;
import dev.trustring.trust.identity.DeviceName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Judges the sessions that peers want (trust-and-softbus §5.2): rows, for apps alone; then whether
 * both ends are of one kind, whether the names may talk, whether somebody listens and agrees.
 */
final class SessionSink {

  private record Judging(Route route, SessionWanted words) {}

  private record From(DeviceName peer, int session) implements Comparable<From> {
    @Override
    public int compareTo(From other) {
      int byPeer = peer.compareTo(other.peer);
      return byPeer != 0 ? byPeer : Integer.compare(session, other.session);
    }
  }

  private final SessionTable table;
  private final SessionServers servers;
  private final Map<From, Judging> judging = new TreeMap<>();

  SessionSink(SessionTable table, SessionServers servers) {
    this.table = table;
    this.servers = servers;
  }

  void wanted(Route route, Wanted wanted, Instant now) {
    SessionWanted words = wanted.words();
    judging.put(new From(route.peer(), words.session()), new Judging(route, words));
    if (words.isApp()) {
      Optional<SessionOwner> listener = servers.find(words.to()).map(SessionServers.Server::owner);
      table.wish(new SessionWish.CheckAccess(route.peer(), wanted, listener));
    } else {
      judged(route.peer(), words.session(), Optional.empty(), now);
    }
  }

  /** The peer wants it no more. */
  void gone(DeviceName peer, int session) {
    judging.remove(new From(peer, session));
  }

  void judged(DeviceName peer, int session, Optional<SessionCode> byRows, Instant now) {
    Judging wanted = judging.remove(new From(peer, session));
    if (wanted == null) {
      return;
    }
    SessionWanted words = wanted.words();
    Optional<SessionCode> refused = byRows.or(() -> judge(words));
    SessionMessage answer =
        refused
            .<SessionMessage>map(why -> new SessionMessage.SessionDenied(session, why))
            .orElseGet(() -> open(wanted, now));
    table.wish(new SessionWish.Say(wanted.route(), answer));
  }

  private Optional<SessionCode> judge(SessionWanted words) {
    Optional<SessionServers.Server> server = servers.find(words.to());
    if (server.filter(one -> one.owner().isApp() != words.isApp()).isPresent()) {
      return Optional.of(SessionCode.OTHER_TOKEN_CLASS);
    }
    if (!SessionNames.STANDARD.mayTalk(words.from(), words.to())) {
      return Optional.of(SessionCode.PEER_NAME);
    }
    if (server.isEmpty()) {
      return Optional.of(SessionCode.NOT_LISTENING);
    }
    if (server.get().refuses()) {
      return Optional.of(SessionCode.NEGOTIATION_REFUSED);
    }
    return table.isFull(server.get().owner())
        ? Optional.of(SessionCode.TOO_MANY)
        : Optional.empty();
  }

  private SessionMessage open(Judging wanted, Instant now) {
    SessionWanted words = wanted.words();
    SessionOwner owner = servers.find(words.to()).orElseThrow().owner();
    BindGuard.Triple ends = new BindGuard.Triple(words.to(), words.from(), wanted.route().peer());
    Session session = table.begin(owner, ends, words.kind(), wanted.route());
    session.isOpen(words.session(), now);
    table.opened(session);
    return new SessionMessage.SessionGranted(words.session(), session.number());
  }
}
