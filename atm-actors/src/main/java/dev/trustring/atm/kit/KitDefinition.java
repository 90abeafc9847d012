package dev.trustring.atm.kit;

import java.util.List;

/**
 * A permission that an app defines.
 *
 * @param grantMode 0 user, 1 system
 * @param availableScope 1 all, 2 same signature, 4 restricted
 */
public record KitDefinition(String name, String bundle, int grantMode, int availableScope) {
  static final int USER_GRANT = 0;
  static final int SYSTEM_GRANT = 1;

  private static final List<Integer> MODES = List.of(USER_GRANT, SYSTEM_GRANT);
  private static final List<Integer> SCOPES = List.of(1, 2, 4);

  /** Whether the kit takes it; a combination of scopes counts as none (our choice, unverified). */
  boolean isValid() {
    return Kit.isName(name)
        && Kit.isName(bundle)
        && MODES.contains(grantMode)
        && SCOPES.contains(availableScope);
  }
}
