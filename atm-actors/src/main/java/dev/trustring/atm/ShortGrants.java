package dev.trustring.atm;

import dev.trustring.atm.GrantEffect.GrantTimer;
import dev.trustring.atm.GrantEffect.Purpose;
import dev.trustring.atm.caller.CallerRule;
import dev.trustring.atm.grant.GrantChange;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.ShortGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Grants one permission for a number of seconds (access-token §3.4). */
final class ShortGrants {
  static final PermissionName NAME = PermissionName.of("SHORT_TERM_WRITE_IMAGEVIDEO");

  private static final int SECONDS_MAX = 300;

  private ShortGrants() {}

  static Atm.Decision decide(Ground ground, AtmApi.GrantForSeconds call) {
    Optional<AtmRefusal> refusal =
        Checks.first(
            List.of(
                () -> Checks.notZero(call.token()),
                () -> Checks.name(call.name()),
                () ->
                    Checks.unless(
                        call.seconds() >= 1 && call.seconds() <= SECONDS_MAX, AtmRefusal.BAD_TIME),
                () -> Checks.notOfRender(call.token()),
                () -> ground.refusal(call.caller(), CallerRule.SHORT_GRANT),
                () -> Checks.unless(call.name().equals(NAME.value()), AtmRefusal.NOT_SHORT_TERM),
                () -> Checks.ownAndKnown(ground, call.token()),
                () -> Checks.unless(isDeclared(ground, call.token()), AtmRefusal.NOT_SHORT_TERM)));
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    TokenIdentity app = ground.token(call.token()).orElseThrow().identity();
    return grant(ground, app, Duration.ofSeconds(call.seconds()));
  }

  private static boolean isDeclared(Ground ground, TokenRef ref) {
    return ground.token(ref).flatMap(token -> token.stateOf(NAME)).isPresent();
  }

  /** A call that would not run longer than the timer does changes nothing and succeeds. */
  private static Atm.Decision grant(Ground ground, TokenIdentity app, Duration asked) {
    Instant now = ground.inputs().now();
    Optional<ShortGrant> running = ground.uptime().shortGrant(app);
    Duration left = running.map(grant -> grant.left(now)).orElse(ShortGrant.TOTAL_MAX);
    Duration given = asked.compareTo(left) < 0 ? asked : left;
    Duration timer =
        running.map(grant -> Duration.between(now, grant.until())).orElse(Duration.ZERO);
    if (given.compareTo(timer) <= 0) {
      return ground.reply(new Atm.Reply.Changed());
    }
    Change.Outcome outcome = change(app, GrantChange.grant(PermissionFlag.USER_FIXED)).on(ground);
    if (outcome.refusal().isPresent()) {
      return ground.refuse(outcome.refusal().get());
    }
    Instant since = running.map(ShortGrant::since).orElse(now);
    List<Atm.Effect> effects = new ArrayList<>(outcome.effects());
    effects.add(new GrantEffect.StartTimer(timerOf(app), given));
    return new Atm.Decision(
        outcome.events(),
        effects,
        Optional.of(new Atm.Reply.Changed()),
        ground.pending().with(outcome.uptime().with(app, new ShortGrant(since, now.plus(given)))));
  }

  /** Ends the running grant of an app, if there is one; nothing is left of its record. */
  static Change.Outcome end(Ground ground, TokenIdentity app) {
    if (ground.uptime().shortGrant(app).isEmpty()) {
      return Change.all(ground, List.of());
    }
    Ground without = ground.after(List.of(), ground.uptime().withoutShortGrant(app));
    return Change.all(without, List.of(change(app, GrantChange.revoke(PermissionFlag.USER_FIXED))));
  }

  static GrantTimer timerOf(TokenIdentity app) {
    return new GrantTimer(app, Purpose.SHORT_GRANT);
  }

  private static Change change(TokenIdentity app, GrantChange change) {
    return new Change(app, NAME, change, false);
  }
}
