package dev.trustring.atm;

import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;

/** A token as a caller names it, which need not exist. */
public sealed interface TokenRef {
  /** By its number, as the platform does. */
  record ById(TokenId id) implements TokenRef {}

  /** By the app that it stands for; whoever calls is spared the look-up of the number. */
  record ByApp(TokenIdentity identity) implements TokenRef {}

  /** The token of that number. */
  static TokenRef of(int number) {
    return new ById(new TokenId(number));
  }

  /** The token of that app. */
  static TokenRef of(TokenIdentity identity) {
    return new ByApp(identity);
  }
}
