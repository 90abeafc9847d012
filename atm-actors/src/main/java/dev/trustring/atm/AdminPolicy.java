package dev.trustring.atm;

import dev.trustring.atm.caller.CallerRule;
import dev.trustring.atm.grant.GrantChange;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.TokenIdentity;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets the administrator fix permissions of an app, or release them (access-token §3.2). The list
 * is worked on in its order; what was changed before a refusal stays changed (unverified).
 */
final class AdminPolicy {
  private static final int GRANTED = 0;
  private static final int DENIED = -1;
  private static final int NAMES_MAX = 1024;

  private AdminPolicy() {}

  static Atm.Decision decide(Ground ground, AtmApi.SetStatusWithPolicy call) {
    Optional<AtmRefusal> refusal = Checks.first(checks(ground, call));
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    TokenIdentity app = ground.token(call.token()).orElseThrow().identity();
    GrantChange change = new GrantChange(call.status() == GRANTED, call.flag());
    List<Change> changes =
        call.names().stream()
            .map(name -> new Change(app, new PermissionName(name), change, true))
            .toList();
    Optional<AtmRefusal> stop = Optional.empty();
    int made = 0;
    while (made < changes.size() && stop.isEmpty()) {
      stop = changes.get(made++).on(ground).refusal();
    }
    Change.Outcome outcome = Change.all(ground, changes.subList(0, made));
    return new Atm.Decision(
        outcome.events(),
        outcome.effects(),
        Optional.of(stop.<Atm.Reply>map(Atm.Reply.Refused::new).orElseGet(Atm.Reply.Changed::new)),
        ground.pending().with(outcome.uptime()));
  }

  private static List<Supplier<Optional<AtmRefusal>>> checks(
      Ground ground, AtmApi.SetStatusWithPolicy call) {
    return List.of(
        () -> Checks.notZero(call.token()),
        () ->
            Checks.unless(
                !call.names().isEmpty() && call.names().size() <= NAMES_MAX, AtmRefusal.BAD_LIST),
        () ->
            Checks.unless(
                call.status() == GRANTED || call.status() == DENIED, AtmRefusal.BAD_STATUS),
        () ->
            Checks.unless(
                call.flag() == PermissionFlag.FIXED_BY_ADMIN_POLICY
                    || call.flag() == PermissionFlag.ADMIN_POLICIES_CANCEL,
                AtmRefusal.BAD_FLAG),
        () -> Checks.first(call.names().stream().map(AdminPolicy::legal).toList()),
        () -> Checks.notOfRender(call.token()),
        () -> ground.refusal(call.caller(), CallerRule.ADMIN),
        () ->
            Checks.unless(
                call.names().stream().allMatch(name -> isUserGrant(ground, name)),
                AtmRefusal.UNDEFINED),
        () -> Checks.ownAndKnown(ground, call.token()));
  }

  private static Supplier<Optional<AtmRefusal>> legal(String name) {
    return () -> Checks.name(name);
  }

  private static boolean isUserGrant(Ground ground, String name) {
    return ground
        .definition(name)
        .filter(found -> found.grantMode() == GrantMode.USER_GRANT)
        .isPresent();
  }
}
