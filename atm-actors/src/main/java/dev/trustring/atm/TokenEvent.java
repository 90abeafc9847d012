package dev.trustring.atm;

import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProcessToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;

/** What happened to tokens apart from their coming and going. */
public sealed interface TokenEvent extends Atm.Event {
  /** More is known of an installed app than its profile says. */
  record HapDetailed(TokenIdentity identity, HapDetails details) implements TokenEvent {
    @Override
    public AtmState appliedTo(AtmState before) {
      return before.with(identity, details);
    }
  }

  /**
   * An installed app has a new version, and with it another profile or other permissions. Listeners
   * of permission changes are told nothing (access-token §1.8).
   */
  record HapUpdated(HapToken token) implements TokenEvent {
    @Override
    public AtmState appliedTo(AtmState before) {
      if (before.token(token.tokenId()).isEmpty()) {
        throw new IllegalStateException(token.tokenId() + " is no app's, so it has no new version");
      }
      return before.with(token);
    }
  }

  /** A process of the system, or the shell, has a token. */
  record ProcessTokenSet(ProcessToken process) implements TokenEvent {
    @Override
    public AtmState appliedTo(AtmState before) {
      return before.with(process);
    }
  }

  /** The id of an app that is gone is not to be used again. */
  record TokenIdReserved(TokenId tokenId) implements TokenEvent {
    @Override
    public AtmState appliedTo(AtmState before) {
      return before.withReserved(tokenId);
    }
  }
}
