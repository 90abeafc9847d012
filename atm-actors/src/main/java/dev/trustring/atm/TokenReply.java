package dev.trustring.atm;

import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.token.FullTokenId;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProcessToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenType;
import java.util.Optional;

/** What those who ask about tokens are told. */
public sealed interface TokenReply extends Atm.Reply {
  /** An id; {@link TokenId#INVALID} where there is none, and no reason is given. */
  record IdTold(TokenId tokenId) implements TokenReply {}

  /** A full id; 0 where there is none. */
  record FullIdTold(FullTokenId tokenId) implements TokenReply {}

  /** The app has its new version. */
  record TokenUpdated() implements TokenReply {}

  /** The app and its token are gone. */
  record TokenGone() implements TokenReply {}

  /** So many requested names have been given to their apps now. */
  record Reviewed(int admitted) implements TokenReply {}

  /** Whether a verification says granted. */
  record VerifyAnswered(boolean granted) implements TokenReply {
    /** The platform's number: 0 for granted, -1 for denied. */
    public int code() {
      return granted ? 0 : -1;
    }
  }

  /** What an id stands for. */
  record TypeTold(TokenType type) implements TokenReply {}

  /** What is stored of an app. */
  record HapTokenInfoTold(HapToken token, HapDetails details) implements TokenReply {
    /** Its id with its attributes. */
    public FullTokenId fullId() {
      return FullTokenId.of(token, details);
    }
  }

  /** What is stored of a process, if it has a token. */
  record NativeTokenInfoTold(Optional<ProcessToken> process) implements TokenReply {}

  /** The value that a permission comes with, possibly empty. */
  record ValueTold(String value) implements TokenReply {}

  /** What the platform says about a permission. */
  record DefinitionTold(PermissionDefinition definition) implements TokenReply {}
}
