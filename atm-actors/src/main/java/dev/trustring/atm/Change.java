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
import java.util.function.BiFunction;

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

    /** This, followed by these changes; those that are refused are left out. */
    Outcome then(Ground before, List<Change> changes, BiFunction<Change, Ground, Outcome> made) {
      List<Atm.Event> allEvents = new ArrayList<>(events);
      List<Atm.Effect> allEffects = new ArrayList<>(effects);
      Ground now = before.after(events, uptime);
      for (Change change : changes) {
        Outcome outcome = made.apply(change, now);
        allEvents.addAll(outcome.events());
        allEffects.addAll(outcome.effects());
        now = now.after(outcome.events(), outcome.uptime());
      }
      List<Atm.Effect> once = allEffects.stream().distinct().toList();
      return new Outcome(allEvents, once, now.uptime(), Optional.empty());
    }

    static Outcome refused(AtmRefusal why, Uptime uptime) {
      return new Outcome(List.of(), List.of(), uptime, Optional.of(why));
    }
  }

  /**
   * Makes the change, if the state machine lets it, and then repeats it on the app and the
   * sandboxes that share it, where they may have it; what they refuse is left out (§8).
   */
  Outcome on(Ground ground) {
    Outcome own = alone(ground);
    if (own.refusal().isPresent()) {
      return own;
    }
    List<Change> copies =
        ground.state().token(identity).stream()
            .flatMap(token -> DlpSiblings.of(ground.state(), token).stream())
            .map(other -> new Change(other.identity(), name, change, kills))
            .toList();
    return copies.isEmpty() ? own : own.then(ground, copies, Change::alone);
  }

  private Outcome alone(Ground ground) {
    Optional<HapToken> token = ground.state().token(identity);
    if (token.isEmpty()) {
      return Outcome.refused(AtmRefusal.TOKEN_WITHOUT_DATA, ground.uptime());
    }
    if (!ground.isAvailable(token.get(), name)) {
      return Outcome.refused(AtmRefusal.TOKEN_SANDBOXED, ground.uptime());
    }
    return PermissionFlag.hasAny(change.flag(), PermissionFlag.COMPONENT_SET)
        ? ComponentGrants.change(ground, token.get(), this)
        : stored(ground, token.get());
  }

  private Outcome stored(Ground ground, HapToken token) {
    Uptime uptime = ground.uptime();
    GrantRule.Outcome outcome = GrantRule.update(Optional.of(token.permissions()), name, change);
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
          effects(token, moved && updated.before().granted() && !component),
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

  private List<Atm.Effect> effects(HapToken token, boolean lost) {
    List<Atm.Effect> effects = new ArrayList<>();
    effects.add(GrantEffect.NotifySync.changed(token.tokenId()));
    if (lost && kills) {
      effects.add(new GrantEffect.KillProcess(identity));
    }
    return effects;
  }

  /** Makes several changes after each other; those that are refused are left out. */
  static Outcome all(Ground ground, List<Change> changes) {
    return new Outcome(List.of(), List.of(), ground.uptime(), Optional.empty())
        .then(ground, changes, Change::on);
  }
}
