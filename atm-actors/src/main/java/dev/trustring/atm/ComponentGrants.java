package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.uptime.Uptime;
import java.util.List;
import java.util.Optional;

/**
 * Grants by a tapped security component, flag 16 (access-token §3.3): kept in memory only, also for
 * permissions that the app does not declare; no process is killed.
 */
final class ComponentGrants {
  private static final int DECIDED =
      PermissionFlag.USER_SET
          | PermissionFlag.USER_FIXED
          | PermissionFlag.SYSTEM_FIXED
          | PermissionFlag.PRE_AUTHORIZED_CANCELABLE;

  private ComponentGrants() {}

  static Change.Outcome change(Ground ground, HapToken token, Change wish) {
    Uptime uptime = ground.uptime();
    GrantState held = token.stateOf(wish.name()).orElse(GrantState.NEVER_DECIDED);
    boolean grant = wish.change().grant();
    if (held.has(PermissionFlag.FIXED_BY_ADMIN_POLICY)) {
      return Change.Outcome.refused(AtmRefusal.ADMIN_FIXED, uptime);
    }
    if (held.has(DECIDED) && grant) {
      return held.granted()
          ? made(token, uptime.counting(false))
          : Change.Outcome.refused(AtmRefusal.DECIDED_BEFORE, uptime);
    }
    boolean moves = uptime.isComponentGranted(wish.identity(), wish.name()) != grant;
    return made(
        token,
        uptime
            .withComponent(wish.identity(), wish.name(), grant)
            .counting(moves && !held.granted()));
  }

  /** A state with the grant of a component laid over it. */
  static GrantState shown(GrantState held) {
    return new GrantState(held.granted(), held.flags() | PermissionFlag.COMPONENT_SET);
  }

  private static Change.Outcome made(HapToken token, Uptime after) {
    return new Change.Outcome(
        List.of(),
        List.of(GrantEffect.NotifySync.changed(token.tokenId())),
        after,
        Optional.empty());
  }
}
