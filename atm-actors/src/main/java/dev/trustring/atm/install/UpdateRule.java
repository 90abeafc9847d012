package dev.trustring.atm.install;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.ProvisionProfile;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What becomes of an app's permissions when it gets a new version (access-token §1.8). */
public final class UpdateRule {
  private static final int ADMIN =
      PermissionFlag.FIXED_BY_ADMIN_POLICY | PermissionFlag.ADMIN_POLICIES_CANCEL;

  private UpdateRule() {}

  /**
   * Whether what users decided gives way to the new version's own states: it is a debug build that
   * grants, or a release after a debug build. What the administrator fixed is merged all the same.
   */
  public static boolean resets(
      ProvisionProfile before, ProvisionProfile after, boolean debugGrant) {
    return after.isDebugApp() ? debugGrant : before.isDebugApp();
  }

  /**
   * The states of the new version: permissions that are no longer requested disappear, new ones
   * start afresh, and those in both are merged or, if all are reset, replaced.
   */
  public static NavigableMap<PermissionName, GrantState> merged(
      NavigableMap<PermissionName, GrantState> before,
      NavigableMap<PermissionName, GrantState> after,
      boolean reset) {
    NavigableMap<PermissionName, GrantState> merged = new TreeMap<>();
    after.forEach(
        (name, fresh) ->
            merged.put(
                name,
                Optional.ofNullable(before.get(name))
                    .filter(old -> !reset || old.has(PermissionFlag.FIXED_BY_ADMIN_POLICY))
                    .map(old -> merged(old, fresh))
                    .orElse(fresh)));
    return merged;
  }

  /** One permission that both versions request; bit 512 comes from the new side, always. */
  static GrantState merged(GrantState old, GrantState fresh) {
    GrantState kept = takesFresh(old, fresh) ? fresh : old;
    int restricted = fresh.flags() & PermissionFlag.RESTRICTED_BY_ADMIN;
    return new GrantState(
        kept.granted(), (kept.flags() & ~PermissionFlag.RESTRICTED_BY_ADMIN) | restricted);
  }

  private static boolean takesFresh(GrantState old, GrantState fresh) {
    int now = fresh.flags() & ~PermissionFlag.RESTRICTED_BY_ADMIN;
    int then = old.flags() & ~PermissionFlag.RESTRICTED_BY_ADMIN;
    boolean adminGivesWay =
        (old.has(ADMIN) && now == PermissionFlag.SYSTEM_FIXED)
            || (old.has(PermissionFlag.ADMIN_POLICIES_CANCEL)
                && now == PermissionFlag.PRE_AUTHORIZED_CANCELABLE);
    boolean neverDecided = then == PermissionFlag.DEFAULT && !old.granted();
    boolean givenBeforehand =
        then == PermissionFlag.SYSTEM_FIXED || then == PermissionFlag.PRE_AUTHORIZED_CANCELABLE;
    return adminGivesWay || neverDecided || givenBeforehand;
  }
}
