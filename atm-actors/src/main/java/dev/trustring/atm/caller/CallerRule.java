package dev.trustring.atm.caller;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whom one API serves (access-token §4.2): an app that is no system app is refused first, then a
 * caller that lacks the permission. Bad parameters are found before either.
 *
 * @param systemApi whether an app has to be a system app
 * @param anyOf the permissions of which one is needed; none needed if empty
 * @param rootPasses whether root needs no permission
 */
public record CallerRule(boolean systemApi, List<PermissionName> anyOf, boolean rootPasses) {
  public static final CallerRule GRANT = system("GRANT_SENSITIVE_PERMISSIONS");
  public static final CallerRule REVOKE = system("REVOKE_SENSITIVE_PERMISSIONS");
  public static final CallerRule GET = system("GET_SENSITIVE_PERMISSIONS");
  public static final CallerRule FLAGS =
      system(
          "GRANT_SENSITIVE_PERMISSIONS",
          "REVOKE_SENSITIVE_PERMISSIONS",
          "GET_SENSITIVE_PERMISSIONS",
          "MANAGE_EDM_POLICY");
  public static final CallerRule VERSION = new CallerRule(true, List.of(), true);
  public static final CallerRule TOGGLE = system("DISABLE_PERMISSION_DIALOG");

  /** No 202 here: the platform does not ask whether the caller is a system app (§3.3). */
  public static final CallerRule CLEAR =
      new CallerRule(false, names("REVOKE_SENSITIVE_PERMISSIONS"), true);

  public static final CallerRule ADMIN = new CallerRule(false, names("MANAGE_EDM_POLICY"), true);
  public static final CallerRule SHORT_GRANT =
      new CallerRule(false, names("GRANT_SHORT_TERM_WRITE_MEDIAVIDEO"), true);
  public static final CallerRule DIALOG_CAP =
      new CallerRule(false, names("DISABLE_PERMISSION_DIALOG"), false);
  public static final CallerRule USER_POLICY =
      new CallerRule(false, names("MANAGE_USER_POLICY"), false);

  /** Registering a listener has no way around for root. */
  public static final CallerRule LISTEN =
      new CallerRule(true, names("GET_SENSITIVE_PERMISSIONS"), false);

  public CallerRule {
    anyOf = List.copyOf(anyOf);
  }

  /** Why this caller is not served; empty if it is. */
  public Optional<AtmRefusal> refusal(CallerRights caller) {
    if (systemApi && caller.app() && !caller.systemApp()) {
      return Optional.of(AtmRefusal.CALLER_NO_SYSTEM_APP);
    }
    boolean passes = anyOf.isEmpty() || (rootPasses && caller.root()) || caller.holdsAny(anyOf);
    return passes ? Optional.empty() : Optional.of(AtmRefusal.CALLER_NOT_PERMITTED);
  }

  private static CallerRule system(String... shortNames) {
    return new CallerRule(true, names(shortNames), true);
  }

  private static List<PermissionName> names(String... shortNames) {
    return Arrays.stream(shortNames).map(PermissionName::of).toList();
  }
}
