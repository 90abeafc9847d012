package dev.trustring.atm;

import dev.trustring.atm.GrantEffect.GrantTimer;
import dev.trustring.atm.GrantEffect.Purpose;
import dev.trustring.atm.grant.GrantChange;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.grant.ThisTimeOnly;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.AppActivity;
import dev.trustring.atm.uptime.AppActivity.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Ends what was allowed for this time only (access-token §3.4). */
final class ThisTime {
  /** How long an app may be in the background. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Atm.Reply DONE = new Atm.Reply.Changed();

  private ThisTime() {}

  /** Whether an app counts as in use for a grant of this permission for this time. */
  static boolean isInUse(AppActivity activity, PermissionName name) {
    if (activity.inForeground() || ThisTimeOnly.isScreenCapture(name)) {
      return true;
    }
    return ThisTimeOnly.isLocation(name)
        ? activity.formVisible() || activity.locationTask()
        : ThisTimeOnly.isPasteboard(name) && activity.formVisible();
  }

  static Atm.Decision decide(Ground ground, AtmFact fact) {
    if (fact instanceof AtmFact.AppMoved moved) {
      return moved(ground, moved.identity(), moved.phase());
    }
    if (fact instanceof AtmFact.FormMoved form) {
      AppActivity now = ground.uptime().activity(form.identity()).withForm(form.visible());
      return background(ground, form.identity(), now, !form.visible());
    }
    if (fact instanceof AtmFact.LocationTaskMoved task) {
      AppActivity now = ground.uptime().activity(task.identity()).withLocationTask(task.running());
      return background(ground, task.identity(), now, false);
    }
    if (fact instanceof AtmFact.TimerEnded ended) {
      return ended(ground, ended.timer());
    }
    if (fact instanceof AtmFact.AppManagerDied) {
      return revokeEverywhere(ground);
    }
    throw new AssertionError(fact);
  }

  private static Atm.Decision moved(Ground ground, TokenIdentity app, Phase phase) {
    AppActivity now = ground.uptime().activity(app).in(phase);
    return switch (phase) {
      case FOREGROUND ->
          new Atm.Decision(
              List.of(),
              List.of(cancel(app, Purpose.PASTEBOARD), cancel(app, Purpose.LOCATIONS)),
              Optional.of(DONE),
              ground.pending().with(ground.uptime().with(app, now)));
      case BACKGROUND -> background(ground, app, now, true);
      case STOPPED -> stopped(ground, app, now);
    };
  }

  /**
   * What an app in the background may still keep. What it keeps because of a form or a task has no
   * timer; a pending one of the pasteboard goes on when a form turns visible.
   */
  private static Atm.Decision background(
      Ground ground, TokenIdentity app, AppActivity now, boolean pasteboardToo) {
    List<Atm.Effect> effects = new ArrayList<>();
    if (now.phase() == Phase.BACKGROUND) {
      boolean located = now.formVisible() || now.locationTask();
      if (located) {
        effects.add(cancel(app, Purpose.LOCATIONS));
      } else if (holds(ground, app, ThisTimeOnly::isLocation)) {
        effects.add(start(app, Purpose.LOCATIONS));
      }
      if (pasteboardToo && !now.formVisible() && holds(ground, app, ThisTimeOnly::isPasteboard)) {
        effects.add(start(app, Purpose.PASTEBOARD));
      }
    }
    return new Atm.Decision(
        List.of(),
        effects,
        Optional.of(DONE),
        ground.pending().with(ground.uptime().with(app, now)));
  }

  /** The end of a process takes everything at once. */
  private static Atm.Decision stopped(Ground ground, TokenIdentity app, AppActivity now) {
    Ground there = ground.after(List.of(), ground.uptime().with(app, now));
    Change.Outcome temporary = Change.all(there, revocations(there, app, name -> true, false));
    Change.Outcome brief =
        ShortGrants.end(there.after(temporary.events(), temporary.uptime()), app);
    List<Atm.Event> events = new ArrayList<>(temporary.events());
    events.addAll(brief.events());
    List<Atm.Effect> effects =
        new ArrayList<>(List.of(cancel(app, Purpose.PASTEBOARD), cancel(app, Purpose.LOCATIONS)));
    effects.add(new GrantEffect.CancelTimer(ShortGrants.timerOf(app)));
    effects.addAll(temporary.effects());
    effects.addAll(brief.effects());
    return new Atm.Decision(
        events, effects, Optional.of(DONE), ground.pending().with(brief.uptime()));
  }

  private static Atm.Decision ended(Ground ground, GrantTimer timer) {
    TokenIdentity app = timer.identity();
    Change.Outcome outcome =
        switch (timer.purpose()) {
          case PASTEBOARD ->
              Change.all(ground, revocations(ground, app, ThisTimeOnly::isPasteboard, false));
          case LOCATIONS ->
              Change.all(ground, revocations(ground, app, ThisTimeOnly::isLocation, false));
          case SHORT_GRANT -> ShortGrants.end(ground, app);
        };
    return new Atm.Decision(
        outcome.events(),
        outcome.effects(),
        Optional.of(DONE),
        ground.pending().with(outcome.uptime()));
  }

  /** Without the app manager nobody knows what is in use: an ordinary revocation of all. */
  private static Atm.Decision revokeEverywhere(Ground ground) {
    List<Change> changes = new ArrayList<>();
    for (TokenIdentity app : ground.state().tokens().keySet()) {
      changes.addAll(revocations(ground, app, name -> true, true));
    }
    Change.Outcome outcome = Change.all(ground, changes);
    return new Atm.Decision(
        outcome.events(),
        outcome.effects(),
        Optional.of(DONE),
        ground.pending().with(outcome.uptime()));
  }

  private static List<Change> revocations(
      Ground ground, TokenIdentity app, Predicate<PermissionName> which, boolean kills) {
    return ground.state().token(app).map(HapToken::permissions).stream()
        .flatMap(held -> held.entrySet().stream())
        .filter(entry -> which.test(entry.getKey()) && isTemporary(entry.getValue()))
        .map(
            entry ->
                new Change(
                    app, entry.getKey(), GrantChange.revoke(PermissionFlag.ALLOW_THIS_TIME), kills))
        .toList();
  }

  static boolean isTemporary(GrantState held) {
    return held.granted() && held.has(PermissionFlag.ALLOW_THIS_TIME);
  }

  private static boolean holds(Ground ground, TokenIdentity app, Predicate<PermissionName> which) {
    return !revocations(ground, app, which, false).isEmpty();
  }

  private static Atm.Effect start(TokenIdentity app, Purpose purpose) {
    return new GrantEffect.StartTimer(new GrantTimer(app, purpose), PATIENCE);
  }

  private static Atm.Effect cancel(TokenIdentity app, Purpose purpose) {
    return new GrantEffect.CancelTimer(new GrantTimer(app, purpose));
  }
}
