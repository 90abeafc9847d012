package dev.trustring.device.session;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Bearer.Medium;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.Route;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.profile.SystemTier;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One end of a session. */
final class Session {

  private static final long AUTH_BYTES_MAX = 39_968;

  /** How far it is. */
  enum Phase {
    /** A channel to the peer is being built. */
    LINKING,
    /** The peer has been asked. */
    ASKING,
    OPEN
  }

  private final int number;
  private final SessionOwner owner;
  private final BindGuard.Triple ends;
  private final SessionKind kind;
  private final Route route;
  private final Map<Integer, Integer> untaken = new TreeMap<>();
  private Phase phase = Phase.LINKING;
  private Optional<Integer> opener = Optional.empty();
  private Optional<Bearer> bearer = Optional.empty();
  private int there;
  private Instant used = Instant.MIN;

  /**
   * A session that is to be opened.
   *
   * @param ends the own name, the other and the peer
   */
  Session(int number, SessionOwner owner, BindGuard.Triple ends, SessionKind kind, Route route) {
    this.number = number;
    this.owner = owner;
    this.ends = ends;
    this.kind = kind;
    this.route = route;
  }

  /** The call that opens it is answered later. */
  Session openedBy(int call) {
    opener = Optional.of(call);
    return this;
  }

  int number() {
    return number;
  }

  SessionOwner owner() {
    return owner;
  }

  BindGuard.Triple ends() {
    return ends;
  }

  SessionKind kind() {
    return kind;
  }

  Route route() {
    return route;
  }

  /** The call that waits for it to be open. */
  Optional<Integer> opener() {
    return opener;
  }

  /** Nobody waits for it to be open any more. */
  void isAnswered() {
    opener = Optional.empty();
  }

  /** The calls that wait for what they sent, by what that was. */
  Map<Integer, Integer> untaken() {
    return untaken;
  }

  boolean is(Phase asked) {
    return phase == asked;
  }

  void isLinkedOver(Bearer carrier) {
    phase = Phase.ASKING;
    bearer = Optional.of(carrier);
  }

  /** It is open; the peer's end has that number. */
  void isOpen(int number, Instant now) {
    phase = Phase.OPEN;
    there = number;
    used = now;
  }

  int there() {
    return there;
  }

  void isUsed(Instant now) {
    used = now;
  }

  Instant used() {
    return used;
  }

  /** Only a session that this end opened over Bluetooth closes when nothing goes over it. */
  boolean closesIdle() {
    return bearer.filter(carrier -> carrier.medium() == Medium.BLUETOOTH).isPresent();
  }

  /** Whether it goes to an address, over the channel of authentication. */
  boolean isToAddress() {
    return route.purpose() == Purpose.AUTH;
  }

  /** How much goes over it at once. */
  long most(SystemTier tier) {
    long usual = kind.most(tier);
    return isToAddress() ? Math.min(usual, AUTH_BYTES_MAX) : usual;
  }

  /** Whether what it sends goes over a socket of TCP of its own. */
  boolean isOverTcp() {
    return !closesIdle() && handshake() == SessionWish.What.HANDSHAKE;
  }

  /** Streams and files go in datagrams where there is Wi-Fi or the like. */
  SessionWish.What handshake() {
    if (isToAddress()) {
      return SessionWish.What.NEGOTIATION;
    }
    boolean datagrams = kind == SessionKind.STREAM || kind == SessionKind.FILE;
    return datagrams && !closesIdle() ? SessionWish.What.DATAGRAMS : SessionWish.What.HANDSHAKE;
  }
}
