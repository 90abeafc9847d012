package dev.trustring.atm;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.TokenType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who asks the AccessTokenManager to make, change or delete a token (access-token §4.5).
 *
 * @param uid its user id on the device
 * @param kind what its token stands for
 * @param permissions what it holds
 */
public record TokenCaller(int uid, TokenType kind, SortedSet<PermissionName> permissions) {
  /** What whoever handles the tokens of apps must hold; only package managers do. */
  public static final PermissionName MANAGE_HAP_TOKENID = PermissionName.of("MANAGE_HAP_TOKENID");

  /** The package manager, a process of the system. */
  public static final TokenCaller PACKAGE_MANAGER =
      new TokenCaller(5523, TokenType.NATIVE, new TreeSet<>(List.of(MANAGE_HAP_TOKENID)));

  public TokenCaller {
    permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
  }

  /** Why it may not handle tokens, if it may not; being root does not help. */
  Optional<AtmRefusal> refusal() {
    return permissions.contains(MANAGE_HAP_TOKENID)
        ? Optional.empty()
        : Optional.of(AtmRefusal.NOT_A_TOKEN_MANAGER);
  }
}
