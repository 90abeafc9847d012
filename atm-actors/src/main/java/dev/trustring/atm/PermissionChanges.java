package dev.trustring.atm;

import dev.trustring.atm.AtmApi.ChangePermission;
import dev.trustring.atm.caller.CallerRule;
import dev.trustring.atm.grant.GrantChange;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.grant.ThisTimeOnly;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.HapToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Grants and revokes for whoever may, with the checks in the platform's order (§4.3, §4.5). */
final class PermissionChanges {
  private static final List<Integer> OFFERED =
      List.of(PermissionFlag.USER_SET, PermissionFlag.USER_FIXED, PermissionFlag.ALLOW_THIS_TIME);

  private final Ground ground;
  private final ChangePermission call;

  private PermissionChanges(Ground ground, ChangePermission call) {
    this.ground = ground;
    this.call = call;
  }

  static Atm.Decision decide(Ground ground, ChangePermission call) {
    PermissionChanges changes = new PermissionChanges(ground, call);
    Optional<AtmRefusal> refusal =
        Checks.first(changes.parameters()).or(() -> Checks.first(changes.service()));
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    Change.Outcome outcome =
        new Change(
                ground.token(call.token()).orElseThrow().identity(),
                new PermissionName(call.name()),
                new GrantChange(call.grant(), call.flag()),
                call.killProcess())
            .on(ground);
    if (outcome.refusal().isPresent()) {
      return ground.refuse(outcome.refusal().get());
    }
    return new Atm.Decision(
        outcome.events(),
        outcome.effects(),
        Optional.of(new Atm.Reply.Changed()),
        ground.pending().with(outcome.uptime()));
  }

  /** What the caller's own process checks, before the service is asked. */
  private List<Supplier<Optional<AtmRefusal>>> parameters() {
    return switch (call.face()) {
      case USER_GRANTED ->
          List.of(
              () -> Checks.name(call.name()),
              this::defined,
              this::offered,
              () -> Checks.unless(isMode(GrantMode.USER_GRANT), AtmRefusal.NOT_USER_GRANT),
              () -> Checks.notZero(call.token()));
      case ANY_USERS ->
          List.of(
              () -> Checks.notZero(call.token()),
              () -> Checks.name(call.name()),
              this::offered,
              this::defined,
              () ->
                  Checks.unless(!isMode(GrantMode.SYSTEM_GRANT), AtmRefusal.NOT_FOR_SETTINGS_API));
      case INNER ->
          List.of(
              () -> Checks.notZero(call.token()),
              () -> Checks.name(call.name()),
              () -> Checks.unless(PermissionFlag.isLegal(call.flag()), AtmRefusal.BAD_FLAG));
    };
  }

  /** What the service checks then; the inner kit leaves the look at the definition to it. */
  private List<Supplier<Optional<AtmRefusal>>> service() {
    boolean inner = call.face() == AtmApi.ChangeFace.INNER;
    return List.of(
        () -> Checks.notOfRender(call.token()),
        () -> ground.refusal(call.caller(), call.grant() ? CallerRule.GRANT : CallerRule.REVOKE),
        this::defined,
        () ->
            Checks.unless(!inner || !isMode(GrantMode.MANUAL_SETTINGS), AtmRefusal.NOT_FOR_DIALOG),
        () -> Checks.ownAndKnown(ground, call.token()),
        this::forThisTime);
  }

  private Optional<AtmRefusal> defined() {
    return Checks.unless(ground.definition(call.name()).isPresent(), AtmRefusal.UNDEFINED);
  }

  private Optional<AtmRefusal> offered() {
    return Checks.unless(OFFERED.contains(call.flag()), AtmRefusal.FLAG_NOT_OFFERED);
  }

  private boolean isMode(GrantMode mode) {
    return ground.definition(call.name()).filter(found -> found.grantMode() == mode).isPresent();
  }

  /** Flag 64 is for some permissions, and to be granted for an app in use (access-token §3.4). */
  private Optional<AtmRefusal> forThisTime() {
    if (call.flag() != PermissionFlag.ALLOW_THIS_TIME) {
      return Optional.empty();
    }
    PermissionName name = new PermissionName(call.name());
    if (!ThisTimeOnly.isOfferedFor(name)) {
      return Optional.of(AtmRefusal.NOT_FOR_THIS_TIME);
    }
    HapToken token = ground.token(call.token()).orElseThrow();
    boolean use = ThisTime.isInUse(ground.uptime().activity(token.identity()), name);
    return Checks.unless(!call.grant() || use, AtmRefusal.APP_NOT_IN_USE);
  }
}
