package dev.trustring.device.net;

import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import java.util.Optional;

/** A word between the two ends of a session. */
public sealed interface SessionMessage {

  /**
   * Wants a session; devices say so inside {@link SessionWantedBy} by now.
   *
   * @param session the number of the sender's end
   * @param pkg the bundle or process that wants it
   * @param isApp whether that is an app
   */
  record SessionWanted(
      int session,
      SessionName from,
      SessionName to,
      SessionKind kind,
      String pkg,
      boolean isApp,
      OsAccountId user)
      implements SessionMessage {}

  /**
   * The session is open.
   *
   * @param session the number of the receiver's end
   * @param here the number of the sender's end
   */
  record SessionGranted(int session, int here) implements SessionMessage {}

  /** There will be no session. */
  record SessionDenied(int session, SessionCode why) implements SessionMessage {}

  /**
   * Something for the app at the other end.
   *
   * @param session the number of the receiver's end
   * @param number counts what the sender sends over its sessions
   */
  record SessionData(int session, int number, String content, long size)
      implements SessionMessage {}

  /** What had that number has come. */
  record SessionTaken(int session, int number) implements SessionMessage {}

  /** The end with this number of the sender is no more. */
  record SessionClosed(int here) implements SessionMessage {}

  /**
   * Wants a session, and says more of who wants it.
   *
   * @param token of the app; unknown for a process of the system
   * @param account the account of its user, if it has one
   */
  record SessionWantedBy(SessionWanted wanted, AppToken token, Optional<AccountHash> account)
      implements SessionMessage {}
}
