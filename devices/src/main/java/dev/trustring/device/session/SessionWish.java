package dev.trustring.device.session;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Route;
import dev.trustring.device.net.SessionMessage;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.time.Duration;
import java.util.List;

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

  /** Asks whether a user's app may talk to the peer that wants a session. */
  record CheckAccess(DeviceName peer, int session, String pkg, OsAccountId user)
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
    /** That the peer answers, over a connection. */
    HANDSHAKE(Duration.ofSeconds(19)),
    /** That the peer answers, where streams and files go in datagrams. */
    DATAGRAMS(Duration.ofSeconds(15)),
    /** That the peer says that data came. */
    TAKEN(Duration.ofSeconds(20)),
    /** That anything goes over a session of Bluetooth. */
    USE(Duration.ofMinutes(4));

    private final Duration patience;

    What(Duration patience) {
      this.patience = patience;
    }

    Remind of(int session, int number) {
      return new Remind(new Timer(session, this, number), patience);
    }

    Duration patience() {
      return patience;
    }
  }
}
