package dev.trustring.trust.ledger;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.secret.LongTermKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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

  /** The tokens of the apps that a row joins became known, or were forgotten. */
  record RowTokensNoted(AccessRow.Key row, RowTokens tokens) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.row(row).isEmpty()
          ? before
          : before.withTokens(before.tokens().with(row, tokens));
    }
  }

  /** A row was given its end, or lives for good again. */
  record RowLifeSet(AccessRow.Key row, Optional<Instant> end) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.row(row).isEmpty() ? before : before.withLives(before.lives().with(row, end));
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

  /** A user got the key pair by which peers know it; it keeps it for good. */
  record KeyPairMade(OsAccountId user, LongTermKey key) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withKeys(before.keys().with(user, key));
    }
  }

  /** The public key of the peer came with a bind; it goes with its credential. */
  record PeerKeySaved(Credential credential, String publicKey) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withKeys(before.keys().with(new KeyRing.PeerKey(credential, publicKey)));
    }
  }

  /** A bind with this device has failed for wrong PINs. */
  record PinFailed(Instant at) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withFreezes(before.freezes().failedAt(at));
    }
  }

  /** This device refuses binds from now on, for a while. */
  record BindsFrozen(Instant from, Duration length) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withFreezes(before.freezes().frozen(new FreezeHistory.Freeze(from, length)));
    }
  }

  /** A bind went well: earlier failures no longer count. */
  record FailuresForgotten() implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withFreezes(FreezeHistory.EMPTY);
    }
  }

  /** The token of the account has expired; the device still knows whose it was. */
  record AccountTokenExpired(OsAccountId user, AccountId account) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withAccount(
          user, new LocalAccount(AccountState.TOKEN_EXPIRED, Optional.of(account)));
    }
  }

  /** The account of a user has left it in a state that is not the plain one of a logout. */
  record AccountLeft(OsAccountId user, AccountState state) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withAccount(user, new LocalAccount(state, Optional.empty()));
    }
  }

  record UserCreated(OsAccountId user) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withUsers(before.users().withCreated(user));
    }
  }

  /** Another user is in the foreground. */
  record UserActivated(OsAccountId user) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withUsers(before.users().withForeground(user));
    }
  }

  record UserStopped(OsAccountId user) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withUsers(before.users().withStopped(user));
    }
  }

  /** A user has a lock screen credential from now on. */
  record UserSecured(OsAccountId user) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withUsers(before.users().withSecured(user));
    }
  }

  /** An administrator forbids a user distributed transmission, or allows it again. */
  record UserConstrained(OsAccountId user, boolean on) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withUsers(before.users().withConstraint(user, on));
    }
  }

  /** An administrator forbids a user to send data to other devices, or allows it again. */
  record UserHeldBack(OsAccountId user, boolean on) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withUsers(before.users().withHeldBack(user, on));
    }
  }

  /**
   * A user is gone with its account and its keys; rows and credentials go by facts of their own.
   */
  record UserRemoved(OsAccountId user) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withoutUser(user);
    }
  }

  /** A group was made, or has other members now. */
  record GroupWritten(OsAccountId user, Group group) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withGroups(before.groups().with(user, group));
    }
  }

  /** A call added a credential, or has changed what is said about it. */
  record CredentialAdded(OsAccountId user, StoredCredential credential) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withAdded(before.added().with(user, credential));
    }
  }

  /** A credential that a call had added is gone. */
  record CredentialRemoved(OsAccountId user, String id) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withAdded(before.added().without(user, id));
    }
  }

  record GroupDeleted(OsAccountId user, String group) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withGroups(before.groups().without(user, group));
    }
  }

  /** The device was given another name. */
  record DeviceNamed(String name) implements TrustEvent {
    @Override
    public TrustState appliedTo(TrustState before) {
      return before.withName(name);
    }
  }
}
