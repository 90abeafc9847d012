package dev.trustring.trust.access;

import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import java.util.Optional;

/**
 * The question of a service that opens a session, or is asked to: may the one end talk to the
 * other?
 *
 * @param local the end on the device that is asked
 * @param remote the end on the peer, as far as it is known; the source knows little of it
 */
public record SessionQuery(Udid peer, End local, End remote) {

  /** A user's app at one end. */
  public record End(OsAccountId user, AppToken token, Optional<AccountHash> account) {}
}
