package dev.trustring.trust.ledger;

import dev.trustring.trust.identity.AccountId;
import java.util.Optional;

/** The HUAWEI ID of one OS account: its state, and the id while there is one. */
public record LocalAccount(AccountState state, Optional<AccountId> id) {
  public static final LocalAccount NONE = new LocalAccount(AccountState.UNBOUND, Optional.empty());

  public static LocalAccount loggedIn(AccountId id) {
    return new LocalAccount(AccountState.LOGIN, Optional.of(id));
  }
}
