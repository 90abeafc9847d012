package dev.trustring.trust.account;

import dev.trustring.trust.ledger.AccountState;
import java.util.Optional;

/** What happens to the HUAWEI ID of an OS account, with the platform's name of it (§7). */
public enum AccountEvent {
  LOGIN,
  LOGOUT,
  LOGOFF,
  TOKEN_INVALID;

  /** The name of the common event that tells of it. */
  public String commonEvent() {
    return "Ohos.account.event." + name();
  }

  /**
   * The state after it; nothing where the platform ignores it (trust-and-softbus §7).
   *
   * @param multiSpace whether the build keeps accounts of several spaces apart
   */
  public Optional<AccountState> from(AccountState before, boolean multiSpace) {
    boolean held = before.acceptsLogout();
    return switch (this) {
      case LOGIN -> when(before.acceptsLogin(), AccountState.LOGIN);
      case TOKEN_INVALID -> when(before == AccountState.LOGIN, AccountState.TOKEN_EXPIRED);
      case LOGOUT -> when(held, multiSpace ? AccountState.NOT_LOGIN : AccountState.UNBOUND);
      case LOGOFF -> when(held, multiSpace ? AccountState.LOGOFF : AccountState.UNBOUND);
    };
  }

  private static Optional<AccountState> when(boolean accepted, AccountState after) {
    return accepted ? Optional.of(after) : Optional.empty();
  }
}
