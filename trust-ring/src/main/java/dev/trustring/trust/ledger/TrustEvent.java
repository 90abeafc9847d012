package dev.trustring.trust.ledger;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;

/** A fact that changed what a device knows about accounts and trust. */
public sealed interface TrustEvent {
  TrustState appliedTo(TrustState before);

  record LoggedIn(OsAccountId user, AccountId account) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withAccount(user, LocalAccount.loggedIn(account));
    }
  }

  record LoggedOut(OsAccountId user, AccountId account) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withAccount(user, LocalAccount.NONE);
    }
  }

  /** A row was added, or put in the place of one with an equal key. */
  record RowWritten(AccessRow row) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withRow(row);
    }
  }

  record RowDeleted(AccessRow row) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withoutRow(row.key());
    }
  }

  record CredentialCreated(Credential credential) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withCredential(credential);
    }
  }

  record CredentialDeleted(Credential credential) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withoutCredential(credential);
    }
  }
}
