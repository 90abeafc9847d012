package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import java.util.List;
import java.util.Optional;

/**
 * How one permission of one app stands, with all that is needed to say why.
 *
 * @param declared whether the app's token holds it; a name that is not for apps never is
 * @param granted what a verification answers
 * @param flags the stored bits of {@link PermissionFlag}; 0 if it is not declared
 * @param hindrance what denies it whatever is stored
 */
public record PermissionView(
    PermissionName name,
    boolean tokenExists,
    boolean defined,
    boolean declared,
    Optional<GrantMode> grantMode,
    boolean granted,
    int flags,
    Hindrance hindrance) {

  /** What keeps an app from a permission beside its own state. */
  public enum Hindrance {
    NONE,
    /** The sandbox that the app runs in may not have it (access-token §8). */
    SANDBOX,
    /** The service was asked and did not answer (access-token §9, 1). */
    NO_ANSWER
  }

  private static final int BY_USER = PermissionFlag.USER_SET | PermissionFlag.USER_FIXED;

  /** The first bit that is set explains a grant. */
  private static final List<Clause> WHY_GRANTED =
      List.of(
          new Clause(
              PermissionFlag.COMPONENT_SET,
              "granted for the moment by a security component (flag 16)"),
          new Clause(PermissionFlag.SYSTEM_FIXED, "granted beforehand, for good (flag 4)"),
          new Clause(
              PermissionFlag.FIXED_BY_ADMIN_POLICY, "granted by the administrator (flag 128)"),
          new Clause(
              PermissionFlag.ALLOW_THIS_TIME, "granted by the user for this time only (flag 64)"),
          new Clause(BY_USER, "granted by the user"),
          new Clause(
              PermissionFlag.FIXED_FOR_SECURITY_POLICY, "granted by a security policy (flag 32)"),
          new Clause(
              PermissionFlag.ADMIN_POLICIES_CANCEL,
              "granted, once fixed by the administrator (flag 256)"),
          new Clause(
              PermissionFlag.PRE_AUTHORIZED_CANCELABLE,
              "granted beforehand, the user may take it back (flag 8)"));

  /** The first bit that is set explains a denial. */
  private static final List<Clause> WHY_DENIED =
      List.of(
          new Clause(
              PermissionFlag.RESTRICTED_BY_ADMIN, "blocked by a policy for the user (flag 512)"),
          new Clause(
              PermissionFlag.FIXED_BY_ADMIN_POLICY, "denied by the administrator (flag 128)"),
          new Clause(
              PermissionFlag.FIXED_FOR_SECURITY_POLICY, "denied by a security policy (flag 32)"),
          new Clause(
              PermissionFlag.ALLOW_THIS_TIME,
              "allowed for one time only, and that is over (flag 64)"),
          new Clause(PermissionFlag.USER_FIXED, "denied by the user (flag 2)"),
          new Clause(
              PermissionFlag.USER_SET, "denied by the user, who may be asked again (flag 1)"),
          new Clause(
              PermissionFlag.ADMIN_POLICIES_CANCEL,
              "denied, once fixed by the administrator (flag 256)"));

  static PermissionView of(
      Optional<HapToken> token, PermissionName name, PermissionCatalogue catalogue) {
    Optional<PermissionDefinition> definition = catalogue.find(name);
    Optional<GrantState> held = token.flatMap(found -> found.stateOf(name));
    return new PermissionView(
        name,
        token.isPresent(),
        definition.isPresent(),
        held.isPresent(),
        definition.map(PermissionDefinition::grantMode),
        definition.isPresent() && held.map(GrantState::effectivelyGranted).orElse(false),
        held.map(GrantState::flags).orElse(PermissionFlag.DEFAULT),
        Hindrance.NONE);
  }

  /**
   * The same permission if a tapped security component grants it for the moment; the app need not
   * declare it (access-token §3.3).
   */
  PermissionView withComponent(boolean component) {
    if (!component || !defined || !tokenExists) {
      return this;
    }
    boolean restricted = PermissionFlag.hasAny(flags, PermissionFlag.RESTRICTED_BY_ADMIN);
    return new PermissionView(
        name,
        true,
        true,
        declared,
        grantMode,
        !restricted,
        flags | PermissionFlag.COMPONENT_SET,
        hindrance);
  }

  /** The same permission of an app whose sandbox may have it or may not; the latter denies it. */
  PermissionView withSandbox(boolean allows) {
    return allows ? this : hindered(Hindrance.SANDBOX);
  }

  /** The same permission when nobody answers the question. */
  PermissionView unanswered() {
    return hindered(Hindrance.NO_ANSWER);
  }

  private PermissionView hindered(Hindrance by) {
    return new PermissionView(name, tokenExists, defined, declared, grantMode, false, flags, by);
  }

  /** Why it stands as it does, in one plain clause. */
  public String explanation() {
    if (!tokenExists) {
      return "the app has no token on this device";
    }
    if (!defined) {
      return "not a permission of the platform";
    }
    if (!declared && granted) {
      return whyGranted();
    }
    if (!declared) {
      return "not declared by the app";
    }
    return switch (hindrance) {
      case SANDBOX -> "the sandbox of the app may not have it";
      case NO_ANSWER -> "the permission service does not answer";
      case NONE -> granted ? whyGranted() : whyDenied();
    };
  }

  private String whyGranted() {
    return isMode(GrantMode.SYSTEM_GRANT) ? "granted by the system" : first(WHY_GRANTED, "granted");
  }

  private String whyDenied() {
    return first(
        WHY_DENIED,
        isMode(GrantMode.MANUAL_SETTINGS)
            ? "declared, never switched on in Settings (flag 0)"
            : "declared, never granted (flag 0)");
  }

  private boolean isMode(GrantMode mode) {
    return grantMode.filter(mode::equals).isPresent();
  }

  private String first(List<Clause> clauses, String otherwise) {
    return clauses.stream()
        .filter(clause -> PermissionFlag.hasAny(flags, clause.bits()))
        .map(Clause::text)
        .findFirst()
        .orElse(otherwise);
  }

  private record Clause(int bits, String text) {}
}
