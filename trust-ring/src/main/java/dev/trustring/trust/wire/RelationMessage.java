package dev.trustring.trust.wire;

import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.List;

/**
 * A relation change: what a device tells its peers when trust ends on its side (trust-and-softbus
 * §1.5). Nobody acknowledges it and nobody repeats it; a peer that is off never hears it.
 */
public sealed interface RelationMessage extends TrustMessage {
  /** The platform's number of this change. */
  int number();

  /** The sender's user has logged out of the account with this hash. */
  record AccountLogout(AccountHash account, OsAccountId user) implements RelationMessage {
    @Override
    public int number() {
      return 0;
    }
  }

  /** The sender has removed its rows of this app at this level. */
  record Unbound(PkgName pkg, OsAccountId user, BindLevel level) implements RelationMessage {
    @Override
    public int number() {
      return switch (level) {
        case USER -> 1;
        case APP -> 2;
        case SERVICE -> 3;
      };
    }
  }

  /** The sender has lost this app of its user; its token id is that of the sender's device. */
  record AppUninstalled(PkgName pkg, OsAccountId user, AppToken token) implements RelationMessage {
    @Override
    public int number() {
      return 5;
    }
  }

  /** The sender has removed this user with all it had. */
  record UserRemoved(OsAccountId user) implements RelationMessage {
    @Override
    public int number() {
      return 4;
    }
  }

  /** These users of the sender are in the foreground, and no others. */
  record SyncUserIds(List<OsAccountId> foreground) implements RelationMessage {
    public SyncUserIds {
      foreground = List.copyOf(foreground);
    }

    @Override
    public int number() {
      return 6;
    }
  }

  /** The shares between a user of the sender and one here are over. */
  record ShareUnbound(OsAccountId user) implements RelationMessage {
    @Override
    public int number() {
      return 8;
    }
  }

  /**
   * The sender has taken back the entry of a service. What the platform's peers drop then is a copy
   * of that entry, which peers do not have here; rows stay (unverified).
   */
  record ServiceUnregistered(PkgName pkg, OsAccountId user) implements RelationMessage {
    @Override
    public int number() {
      return 9;
    }
  }

  /** An account of the sender has logged in; these of its users are in the foreground. */
  record AccountEvent(List<OsAccountId> foreground) implements RelationMessage {
    public AccountEvent {
      foreground = List.copyOf(foreground);
    }

    @Override
    public int number() {
      return 10;
    }
  }

  /** The sender has stopped this user, or it is not unlocked yet. */
  record StopUser(OsAccountId user) implements RelationMessage {
    @Override
    public int number() {
      return 7;
    }
  }
}
