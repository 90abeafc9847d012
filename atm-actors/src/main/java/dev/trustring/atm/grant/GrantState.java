package dev.trustring.atm.grant;

import static dev.trustring.atm.grant.PermissionFlag.hasAny;

/**
 * What one app holds of one permission it declares: the stored status and its flags.
 *
 * @param flags bits of {@link PermissionFlag}
 */
public record GrantState(boolean granted, int flags) {
  /** Declared, and nobody decided yet. */
  public static final GrantState NEVER_DECIDED = new GrantState(false, PermissionFlag.DEFAULT);

  /** Given by the system for good. */
  public static final GrantState SYSTEM_FIXED = new GrantState(true, PermissionFlag.SYSTEM_FIXED);

  /**
   * What a verification answers (access-token §3.3): a user policy denies, else a tapped security
   * component grants, else the stored status counts.
   */
  public boolean effectivelyGranted() {
    if (has(PermissionFlag.RESTRICTED_BY_ADMIN)) {
      return false;
    }
    return granted || has(PermissionFlag.COMPONENT_SET);
  }

  /** Whether at least one of these bits is set. */
  public boolean has(int flagBits) {
    return hasAny(flags, flagBits);
  }

  /** The flags as the platform's getPermissionFlags shows them: without bit 8 (§3.1). */
  public int visibleFlags() {
    return flags & ~PermissionFlag.PRE_AUTHORIZED_CANCELABLE;
  }
}
