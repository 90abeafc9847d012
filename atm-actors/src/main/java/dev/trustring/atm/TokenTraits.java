package dev.trustring.atm;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;

/** What the rules of grants must know of a token that is kept elsewhere. */
public interface TokenTraits {
  /** API version of an app that has stated none. */
  int API_VERSION_DEFAULT = 20;

  /** Local apps of today's API version that are not sandboxed. */
  TokenTraits PLAIN = new TokenTraits() {};

  /** The API version that the app was made for (access-token §3.5). */
  default int apiVersion(HapToken token) {
    return API_VERSION_DEFAULT;
  }

  /** Whether this is the local stand-in of an app on another device (access-token §5.7). */
  default boolean isRemote(TokenId token) {
    return false;
  }

  /** Whether the sandbox of the app, if it runs in one, may have it (access-token §8). */
  default boolean isAvailable(HapToken token, PermissionName name) {
    return true;
  }
}
