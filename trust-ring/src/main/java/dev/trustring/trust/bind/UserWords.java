package dev.trustring.trust.bind;

import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustState;
import java.util.List;
import java.util.Optional;

/**
 * What either end tells in 180 and 190 about its user and app, whom the rows of the other will
 * name. A device that does not say its token is understood too.
 */
record UserWords(OsAccountId user, Optional<AccountHash> account, AppToken token) {

  static UserWords of(TrustState state, BindSession session) {
    return new UserWords(
        session.localUser(),
        state.loggedIn(session.localUser()).map(AccountId::hash),
        session.request().token());
  }

  String text() {
    return user.value() + "|" + account.map(AccountHash::value).orElse("") + "|" + token.value();
  }

  static Optional<UserWords> read(String text) {
    List<String> parts = List.of(text.split("\\|", -1));
    if (parts.size() < 2 || parts.size() > 3) {
      return Optional.empty();
    }
    try {
      String account = parts.get(1);
      return Optional.of(
          new UserWords(
              new OsAccountId(Integer.parseInt(parts.get(0))),
              account.isEmpty() ? Optional.empty() : Optional.of(new AccountHash(account)),
              new AppToken(parts.size() == 3 ? Long.parseLong(parts.get(2)) : 0)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
