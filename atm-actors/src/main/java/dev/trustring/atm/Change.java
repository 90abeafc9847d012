package dev.trustring.atm;

import dev.trustring.atm.grant.GrantChange;
import dev.trustring.atm.grant.GrantRule;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.Uptime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One grant or revocation that is past all checks of its caller (access-token §3.3).
 *
 * @param kills whether a revocation ends the app's process
 */
record Change(TokenIdentity identity, PermissionName name, GrantChange change, boolean kills) {
  private static final int BY_USER =
      PermissionFlag.USER_SET | PermissionFlag.USER_FIXED | PermissionFlag.ALLOW_THIS_TIME;

  /** What comes of it. */
  record Outcome(
      List<Atm.Event> events,
      List<Atm.Effect> effects,
      Uptime uptime,
      Optional<AtmRefusal> refusal) {
    Outcome {
      events = List.copyOf(events);
      effects = List.copyOf(effects);
    }

    static Outcome refused(AtmRefusal why, Uptime uptime) {
      return new Outcome(List.of(), List.of(), uptime, Optional.of(why));
    }
  }

  /** Makes the change, if the state machine lets it. */
  Outcome on(Ground ground) {
    return PermissionFlag.hasAny(change.flag(), PermissionFlag.COMPONENT_SET)
        ? ComponentGrants.change(ground, this)
        : stored(ground);
  }

  private Outcome stored(Ground ground) {
    Uptime uptime = ground.uptime();
    GrantRule.Outcome outcome =
        GrantRule.update(ground.state().token(identity).map(HapToken::permissions), name, change);
    if (outcome instanceof GrantRule.Outcome.Refused refused) {
      return Outcome.refused(refused.why(), uptime);
    }
    if (outcome instanceof GrantRule.Outcome.Updated updated) {
      boolean component = uptime.isComponentGranted(identity, name);
      boolean moved = updated.before().granted() != updated.after().granted();
      Uptime after = uptime.counting(moved);
      if (PermissionFlag.hasAny(change.flag(), BY_USER)) {
        after = after.withComponent(identity, name, false);
      }
      return new Outcome(
          events(updated.before(), updated.after()),
          effects(moved && updated.before().granted() && !component),
          after,
          Optional.empty());
    }
    throw new AssertionError(outcome);
  }

  private List<Atm.Event> events(GrantState before, GrantState after) {
    return before.equals(after)
        ? List.of()
        : List.of(new Atm.Event.PermissionChanged(identity, name, before, after));
  }

  private List<Atm.Effect> effects(boolean lost) {
    List<Atm.Effect> effects = new ArrayList<>();
    effects.add(new GrantEffect.NotifySync(identity));
    if (lost && kills) {
      effects.add(new GrantEffect.KillProcess(identity));
    }
    return effects;
  }

  /** Makes several changes after each other; those that are refused are left out. */
  static Outcome all(Ground ground, List<Change> changes) {
    List<Atm.Event> events = new ArrayList<>();
    List<Atm.Effect> effects = new ArrayList<>();
    Ground now = ground;
    for (Change change : changes) {
      Outcome outcome = change.on(now);
      events.addAll(outcome.events());
      effects.addAll(outcome.effects());
      now = now.after(outcome.events(), outcome.uptime());
    }
    List<Atm.Effect> once = effects.stream().distinct().toList();
    return new Outcome(events, once, now.uptime(), Optional.empty());
  }
}
