package dev.trustring.trust.bind;

import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustState;
import java.util.Optional;

/** What either end tells in 180 and 190 about its user, whom the rows of the other will name. */
record UserWords(OsAccountId user, Optional<AccountHash> account) {

  static UserWords of(TrustState state, OsAccountId user) {
    return new UserWords(user, state.loggedIn(user).map(AccountId::hash));
  }

  String text() {
    return user.value() + "|" + account.map(AccountHash::value).orElse("");
  }

  static Optional<UserWords> read(String text) {
    int cut = text.indexOf('|');
    if (cut < 0) {
      return Optional.empty();
    }
    try {
      String account = text.substring(cut + 1);
      return Optional.of(
          new UserWords(
              new OsAccountId(Integer.parseInt(text.substring(0, cut))),
              account.isEmpty() ? Optional.empty() : Optional.of(new AccountHash(account))));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
