package dev.trustring.device.session;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.net.SessionName;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a process asks of the sessions of its device; who may ask was judged before. */
public sealed interface SessionCall {

  SessionOwner owner();

  /**
   * Listens under a name.
   *
   * @param refuses whether the listener refuses every session that a peer wants
   */
  record CreateServer(SessionOwner owner, SessionName name, boolean refuses)
      implements SessionCall {}

  /** Listens no more; sessions under that name end. */
  record RemoveServer(SessionOwner owner, SessionName name) implements SessionCall {}

  /**
   * Opens a session.
   *
   * @param purpose which channel to the peer it shares
   * @param order the bearers to try for that channel
   * @param patience how long the newer call waits in all, which names a quality; empty for the
   *     older
   */
  record Open(
      SessionOwner owner,
      SessionName from,
      SessionName to,
      DeviceName peer,
      SessionKind kind,
      Purpose purpose,
      List<Bearer> order,
      Optional<Duration> patience)
      implements SessionCall {
    public Open {
      order = List.copyOf(order);
    }

    /** The same for a user of that account. */
    public Open with(Optional<AccountHash> account) {
      return new Open(owner.with(account), from, to, peer, kind, purpose, order, patience);
    }

    /** Whether it goes to an address, whether or not that device is in the network. */
    public boolean isToAddress() {
      return purpose == Purpose.AUTH;
    }
  }

  /** Ends a session, also one that is only being opened. */
  record Close(SessionOwner owner, int session) implements SessionCall {}

  /**
   * Sends something.
   *
   * @param content what it says, as far as it matters to a story
   * @param size how many bytes, or files, it is
   */
  record Send(SessionOwner owner, int session, SessionKind kind, String content, long size)
      implements SessionCall {}
}
