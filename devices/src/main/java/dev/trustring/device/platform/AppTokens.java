package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.token.TokenId;
import dev.trustring.trust.identity.AppToken;

/** The token ids of the AccessTokenManager as access rows keep them. */
public final class AppTokens {

  private AppTokens() {}

  /** The token that was looked up, or none if no such app is installed. */
  public static AppToken of(Atm.Reply lookedUp) {
    return lookedUp instanceof Atm.Reply.TokenFound found
        ? of(found.token().tokenId())
        : AppToken.UNKNOWN;
  }

  static AppToken of(TokenId token) {
    return new AppToken(Integer.toUnsignedLong(token.value()));
  }
}
