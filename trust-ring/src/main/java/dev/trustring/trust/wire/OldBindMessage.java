package dev.trustring.trust.wire;

import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.Optional;

/**
 * What a device says that leads the bind dialogue of an earlier version, without a key exchange. It
 * is read, since such a device may be near and its frames may be kept, and refused as too old.
 */
public sealed interface OldBindMessage extends BindMessage {

  /** The old message 80. */
  record Negotiate(BindId bind, PkgName pkg, BindLevel level, OsAccountId user)
      implements OldBindMessage {
    @Override
    public int number() {
      return 80;
    }
  }

  /** The old message 90. */
  record NegotiateAnswer(BindId bind, OsAccountId user, boolean alreadyBound)
      implements OldBindMessage {
    @Override
    public int number() {
      return 90;
    }
  }

  /** The old message 120: a PIN in a digest that anybody could guess. */
  record PinProof(BindId bind, String digest) implements OldBindMessage {
    @Override
    public int number() {
      return 120;
    }
  }

  /** The old message 130. */
  record PinProofAnswer(BindId bind, boolean right) implements OldBindMessage {
    @Override
    public int number() {
      return 130;
    }
  }

  /** The old message 180. */
  record DataSync(BindId bind, OsAccountId user, Optional<AccountHash> account)
      implements OldBindMessage {
    @Override
    public int number() {
      return 180;
    }
  }

  /** The old message 190. */
  record DataSyncAnswer(BindId bind, OsAccountId user, Optional<AccountHash> account)
      implements OldBindMessage {
    @Override
    public int number() {
      return 190;
    }
  }
}
