package dev.trustring.atm;

import dev.trustring.atm.token.TokenId;

/** Questions about tokens by their ids, under the platform's names; any caller (§1.1, §4.5). */
public sealed interface TokenQuery extends Atm.Command.Query {
  /** Whether somebody holds a permission; never refused (access-token §9, 1). */
  record VerifyAccessToken(TokenId tokenId, String permissionName) implements TokenQuery {}

  /** What an id stands for, if anybody has it. */
  record GetTokenType(TokenId tokenId) implements TokenQuery {}

  /** What is stored of an app. */
  record GetHapTokenInfo(TokenId tokenId) implements TokenQuery {}

  /** The full id of an app; 0 if it is not installed. */
  record GetHapTokenId(int userId, String bundleName, int instIndex) implements TokenQuery {}

  /** The id of a process of the system; 0 if it has none. */
  record GetNativeTokenId(String processName) implements TokenQuery {}

  /** What is stored of a process of the system, if it has a token (access-token §1.10). */
  record GetNativeTokenInfo(String processName) implements TokenQuery {}

  /** The value that an app's permission comes with (access-token §2.3). */
  record GetReqPermissionByName(TokenId tokenId, String permissionName) implements TokenQuery {}

  /** What the platform says about a permission (access-token §2.2). */
  record GetDefPermission(String permissionName) implements TokenQuery {}
}
