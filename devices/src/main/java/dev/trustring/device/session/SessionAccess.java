package dev.trustring.device.session;

import dev.trustring.device.net.SessionCode;
import dev.trustring.device.session.SessionWish.CheckAccess;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.Access;
import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.access.SessionQuery;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.TrustState;
import java.util.Optional;

/**
 * The question that both ends of a session put to their own rows: may this app of this user talk to
 * that device (trust-and-softbus §1.4, §5.2).
 */
public final class SessionAccess {

  private SessionAccess() {}

  /** What the end that opens it asks; it knows nothing of who listens. */
  public static Trust.CheckSource source(SessionCall.Open open) {
    SessionOwner owner = open.owner();
    return new Trust.CheckSource(
        new SessionQuery(
            Udid.of(open.peer()),
            new SessionQuery.End(owner.user(), owner.token(), owner.account()),
            new SessionQuery.End(owner.user(), AppToken.UNKNOWN, Optional.empty()),
            Optional.of(new PkgName(owner.name()))));
  }

  /**
   * What the other end asks. Where nobody listens, and of a peer that tells no token, there are no
   * two tokens to compare: the older check by the bundle is made then (our choice).
   */
  static Trust.Command sink(CheckAccess asked, TrustState state) {
    Wanted wanted = asked.wanted();
    OsAccountId user = wanted.words().user();
    PkgName pkg = new PkgName(wanted.words().pkg());
    if (asked.listener().isEmpty() || wanted.token().isEmpty()) {
      return Trust.CheckAccess.ofApp(pkg, user, asked.peer());
    }
    SessionOwner here = asked.listener().get();
    return new Trust.CheckSink(
        new SessionQuery(
            Udid.of(asked.peer()),
            new SessionQuery.End(here.user(), here.token(), account(state, here.user())),
            new SessionQuery.End(user, wanted.token().get(), wanted.account()),
            Optional.of(pkg)));
  }

  /** The account that a user is logged in to. */
  public static Optional<AccountHash> account(TrustState state, OsAccountId user) {
    return state.loggedIn(user).map(id -> id.hash());
  }

  /** Why not, if it may not. */
  public static Optional<SessionCode> refusal(Trust.Reply reply) {
    Access access = ((Trust.AccessAnswer) reply).access();
    if (access.permitted()) {
      return Optional.empty();
    }
    return Optional.of(
        access.reason() == AccessReason.USER_INACTIVE
            ? SessionCode.USER_IN_BACKGROUND
            : SessionCode.ACL_FAILED);
  }
}
