package dev.trustring.atm;

import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.install.NativeTokenInfoParams;
import dev.trustring.atm.install.UpdateHapInfoParams;
import dev.trustring.atm.token.TokenId;

/**
 * Makes, changes or deletes tokens, under the platform's own names (access-token §1.6 to §1.10).
 */
public sealed interface TokenCommand extends Atm.Command {
  /** Installs an app, a clone or a sandbox of it, with all checks. */
  record InitHapToken(TokenCaller caller, HapInfoParams info, HapPolicyParams policy)
      implements TokenCommand {}

  /** Installs an app as old versions did: states as told, no ACL or range check, no error code. */
  record AllocHapToken(TokenCaller caller, HapInfoParams info, HapPolicyParams policy)
      implements TokenCommand {}

  /** Gives an installed app a new version. */
  record UpdateHapToken(
      TokenCaller caller, TokenId tokenId, UpdateHapInfoParams info, HapPolicyParams policy)
      implements TokenCommand {}

  /**
   * Removes an app by its token id.
   *
   * @param reserve whether nobody else may get the id
   */
  record DeleteToken(TokenCaller caller, TokenId tokenId, boolean reserve)
      implements TokenCommand {}

  /** Gives a process of the system its token; a name that has one keeps its id. */
  record AddNativeToken(NativeTokenInfoParams params) implements TokenCommand {}

  /** Gives the debugging shell its token. */
  record AddShellToken(NativeTokenInfoParams params) implements TokenCommand {}

  /** Looks again at requested names that were not defined: the platform was updated (§1.6). */
  record ReviewUndefined() implements TokenCommand {}
}
