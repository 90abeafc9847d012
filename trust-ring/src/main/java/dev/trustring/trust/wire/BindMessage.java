package dev.trustring.trust.wire;

import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.Optional;

/**
 * The dialogue of a PIN bond, with the platform's message numbers (trust-and-softbus §2.6). The
 * source asks for the bond, the sink shows the PIN.
 */
public sealed interface BindMessage extends TrustMessage {
  BindId bind();

  /** The platform's number of this message. */
  int number();

  /** Source to sink: the wish to bind, and for whom. */
  record Negotiate(BindId bind, PkgName pkg, BindLevel level, OsAccountId user)
      implements BindMessage {
    @Override
    public int number() {
      return 80;
    }
  }

  /** Sink to source: ready, and whether it already holds everything this bond would make. */
  record NegotiateAnswer(BindId bind, OsAccountId user, boolean alreadyBound)
      implements BindMessage {
    @Override
    public int number() {
      return 90;
    }
  }

  /** Source to sink: please ask your person. */
  record ConfirmRequest(BindId bind) implements BindMessage {
    @Override
    public int number() {
      return 100;
    }
  }

  /** Sink to source: the person agreed; a refusal travels as {@link FinishAck}. */
  record ConfirmAnswer(BindId bind, AuthenticationType authenticationType) implements BindMessage {
    @Override
    public int number() {
      return 110;
    }
  }

  /**
   * Source to sink: the typed PIN, digested with the id of this bind. A stand-in for the
   * password-authenticated key exchange of the platform; it keeps none of its secrets.
   */
  record PinProof(BindId bind, String digest) implements BindMessage {
    @Override
    public int number() {
      return 120;
    }
  }

  /** Sink to source: whether the PIN was right. */
  record PinProofAnswer(BindId bind, boolean right) implements BindMessage {
    @Override
    public int number() {
      return 130;
    }
  }

  /** Source to sink: what the sink needs to write its rows. */
  record DataSync(BindId bind, OsAccountId user, Optional<AccountHash> account)
      implements BindMessage {
    @Override
    public int number() {
      return 180;
    }
  }

  /** Sink to source: what the source needs to write its rows. */
  record DataSyncAnswer(BindId bind, OsAccountId user, Optional<AccountHash> account)
      implements BindMessage {
    @Override
    public int number() {
      return 190;
    }
  }

  /** Source to sink: the bind is over, well or not. */
  record Finish(BindId bind, BindReason reason) implements BindMessage {
    @Override
    public int number() {
      return 200;
    }
  }

  /** Sink to source: the bind is over here too; unasked, with its reason, when the sink fails. */
  record FinishAck(BindId bind, BindReason reason) implements BindMessage {
    @Override
    public int number() {
      return 201;
    }
  }
}
