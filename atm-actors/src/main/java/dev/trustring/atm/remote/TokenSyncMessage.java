package dev.trustring.atm.remote;

import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import java.util.Optional;

/** A word between the token sync services of two devices (access-token §5.5). */
public sealed interface TokenSyncMessage {
  /** The number of the call, which the answer repeats. */
  int id();

  /** Wants an answer. */
  sealed interface Request extends TokenSyncMessage {}

  /** SyncRemoteHapTokenCommand: wants to know an app of the receiver. */
  record SyncRemoteHapToken(int id, TokenId requestTokenId) implements Request {}

  /** UpdateRemoteHapTokenCommand: tells the present state of an app of the sender. */
  record UpdateRemoteHapToken(int id, HapTokenInfoForSync info) implements Request {}

  /** DeleteRemoteTokenCommand: an app of the sender is gone. */
  record DeleteRemoteToken(int id, TokenId tokenId) implements Request {}

  /**
   * Stands for a call of the receiver's app over the soft bus, in which its token id comes along;
   * no word of the platform's token sync.
   */
  record CallerWanted(int id, TokenIdentity app) implements Request {}

  /**
   * Answers a request.
   *
   * @param statusCode one of {@link SyncStatus}
   * @param info the app that was asked for
   */
  record Response(int id, int statusCode, Optional<HapTokenInfoForSync> info)
      implements TokenSyncMessage {}

  /** Answers {@link CallerWanted}; {@link TokenId#INVALID} if there is no such app. */
  record CallerIs(int id, TokenId tokenId) implements TokenSyncMessage {}
}
