package dev.trustring.device.session;

import dev.trustring.device.net.SessionMessage.SessionWanted;
import dev.trustring.device.net.SessionMessage.SessionWantedBy;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AppToken;
import java.util.Optional;

/**
 * A session that a peer wants, and who wants it.
 *
 * @param token of its app; empty from a device of before that says nothing of it
 */
record Wanted(SessionWanted words, Optional<AppToken> token, Optional<AccountHash> account) {

  static Wanted of(SessionWanted words) {
    return new Wanted(words, Optional.empty(), Optional.empty());
  }

  static Wanted of(SessionWantedBy said) {
    return new Wanted(said.wanted(), Optional.of(said.token()), said.account());
  }
}
