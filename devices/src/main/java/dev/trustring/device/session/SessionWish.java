package dev.trustring.device.session;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Route;
import dev.trustring.device.net.SessionMessage;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is to be done for the sessions of a device. */
sealed interface SessionWish {

  /** Answers the call of that number. */
  record Answer(int call, SessionReply reply) implements SessionWish {}

  /** Gets a channel to a peer. */
  record Prepare(Route route, List<Bearer> order) implements SessionWish {
    public Prepare {
      order = List.copyOf(order);
    }
  }

  /** Sends a word over a channel. */
  record Say(Route route, SessionMessage message) implements SessionWish {}

  /**
   * Asks whether an app may have the session that a peer's app wants.
   *
   * @param listener who listens under the name that it wants, if anybody does
   */
  record CheckAccess(DeviceName peer, Wanted wanted, Optional<SessionOwner> listener)
      implements SessionWish {}

  /** Calls a listener. */
  record CallBack(SessionCallback callback) implements SessionWish {}

  /** Asks again after that time. */
  record Remind(Timer timer, Duration after) implements SessionWish {}

  /**
   * What is waited for.
   *
   * @param number of what was sent; 0 where the whole session waits
   */
  record Timer(int session, What what, int number) {}

  /** The times of trust-and-softbus §5.6. */
  enum What {
    /** That the session is open, whatever takes so long. */
    OPEN(Duration.ofSeconds(30)),
    /** That the older call has a lane to the peer. */
    LANE(Duration.ofSeconds(5)),
    /** That the peer answers, over the channel of authentication. */
    NEGOTIATION(Duration.ofSeconds(10)),
    /** That the peer answers, over a connection. */
    HANDSHAKE(Duration.ofSeconds(19)),
    /** That the peer answers, where streams and files go in datagrams. */
    DATAGRAMS(Duration.ofSeconds(15)),
    /** That the peer says that data came. */
    TAKEN(Duration.ofSeconds(20)),
    /**
     * The same of the peer's TCP, after which a socket of TCP is dead (§5.5). It is the socket of
     * one session: the peer stays online until its keep-alive or its heartbeat is missed
     * (unverified).
     */
    IN_FLIGHT(Duration.ofSeconds(15)),
    /** That anything goes over a session of Bluetooth. */
    USE(Duration.ofMinutes(4));

    private final Duration patience;

    What(Duration patience) {
      this.patience = patience;
    }

    Remind of(int session, int number) {
      return within(patience, session, number);
    }

    /** With a patience of its own. */
    Remind within(Duration time, int session, int number) {
      return new Remind(new Timer(session, this, number), time);
    }

    Duration patience() {
      return patience;
    }
  }
}
