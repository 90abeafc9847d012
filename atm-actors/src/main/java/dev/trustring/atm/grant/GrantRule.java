package dev.trustring.atm.grant;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import java.util.Map;
import java.util.Optional;

/**
 * The state machine of one permission of one app (access-token §3.3).
 *
 * <p>Grants through a security component (flag 16) follow another path and do not come here.
 */
public final class GrantRule {
  private static final int MAY_OVERRULE_ADMIN =
      PermissionFlag.FIXED_BY_ADMIN_POLICY
          | PermissionFlag.SYSTEM_FIXED
          | PermissionFlag.ADMIN_POLICIES_CANCEL;

  private GrantRule() {}

  /** What comes of a change: the state that follows, or a refusal. */
  public sealed interface Outcome {
    /** The change is made; {@code after} may equal the state before. */
    record Updated(GrantState before, GrantState after) implements Outcome {}

    /** Nothing is changed. */
    record Refused(AtmRefusal why) implements Outcome {}
  }

  /**
   * Checks a change in the platform's order and works out what follows.
   *
   * @param held the permissions the app's token holds, or none if the token has no data
   */
  public static Outcome update(
      Optional<? extends Map<PermissionName, GrantState>> held,
      PermissionName name,
      GrantChange change) {
    if (held.isEmpty()) {
      return new Outcome.Refused(AtmRefusal.TOKEN_WITHOUT_DATA);
    }
    GrantState before = held.get().get(name);
    if (before == null) {
      return new Outcome.Refused(AtmRefusal.NOT_DECLARED);
    }
    return refusal(before, change.flag())
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Updated(before, merged(before, change)));
  }

  private static Optional<AtmRefusal> refusal(GrantState before, int flag) {
    boolean fixedByAdmin = before.has(PermissionFlag.FIXED_BY_ADMIN_POLICY);
    if (before.has(PermissionFlag.SYSTEM_FIXED)) {
      return Optional.of(AtmRefusal.SYSTEM_FIXED);
    }
    if (fixedByAdmin && !PermissionFlag.hasAny(flag, MAY_OVERRULE_ADMIN)) {
      return Optional.of(AtmRefusal.ADMIN_FIXED);
    }
    if (releases(flag) && !fixedByAdmin) {
      return Optional.of(AtmRefusal.NOTHING_TO_RELEASE);
    }
    return Optional.empty();
  }

  private static GrantState merged(GrantState before, GrantChange change) {
    boolean granted = releases(change.flag()) ? before.granted() : change.grant();
    return new GrantState(granted, change.flag() | (before.flags() & PermissionFlag.STICKY));
  }

  private static boolean releases(int flag) {
    return PermissionFlag.hasAny(flag, PermissionFlag.ADMIN_POLICIES_CANCEL);
  }
}
