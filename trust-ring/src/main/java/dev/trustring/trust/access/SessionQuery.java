package dev.trustring.trust.access;

import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.identity.Udid;
import java.util.Optional;

/**
 * The question of a service that opens a session, or is asked to: may the one end talk to the
 * other?
 *
 * @param local the end on the device that is asked
 * @param remote the end on the peer, as far as it is known; the source knows little of it
 * @param bundle the app by which a row is known that has no tokens; empty where none is named
 */
public record SessionQuery(Udid peer, End local, End remote, Optional<PkgName> bundle) {

  /** A question that goes by tokens alone. */
  public SessionQuery(Udid peer, End local, End remote) {
    this(peer, local, remote, Optional.empty());
  }

  /** A user's app at one end. */
  public record End(OsAccountId user, AppToken token, Optional<AccountHash> account) {}
}
