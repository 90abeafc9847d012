package dev.trustring.atm;

import dev.trustring.atm.GrantEffect.PermissionStateChange;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.request.SettingsSheet;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.Registration;
import dev.trustring.atm.uptime.Uptime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from every decision alike: listeners hear of changed verifications (access-token
 * §4.4), new tokens fall under the user policies (§3.8), and what was in memory about a token that
 * is gone is forgotten.
 */
final class Aftermath {
  private final AtmState before;
  private final Uptime knownBefore;
  private final List<PermissionStateChange> changes = new ArrayList<>();

  private Aftermath(AtmState before, Uptime knownBefore) {
    this.before = before;
    this.knownBefore = knownBefore;
  }

  static Atm.Decision of(AtmState before, PendingRequests pending, Atm.Decision decision) {
    boolean sameMemory = decision.pending().uptime().equals(pending.uptime());
    if (decision.events().isEmpty() && sameMemory) {
      return decision;
    }
    return new Aftermath(before, pending.uptime()).completed(decision);
  }

  private Atm.Decision completed(Atm.Decision decision) {
    List<Atm.Event> events = new ArrayList<>();
    List<Atm.Effect> effects = new ArrayList<>(decision.effects());
    PendingRequests pending = decision.pending();
    Uptime known = pending.uptime();
    AtmState now = before;
    for (Atm.Event event : decision.events()) {
      note(now, event, known);
      events.add(event);
      now = event.appliedTo(now);
      if (event instanceof Atm.Event.TokenCreated created) {
        List<Atm.Event> marks = restrictions(now, created.token());
        events.addAll(marks);
        now = Atm.evolve(now, marks);
      } else if (event instanceof Atm.Event.TokenDeleted deleted) {
        pending =
            closed(pending.with(pending.uptime().without(deleted.identity())), deleted, effects);
      }
    }
    noteComponents(now, known);
    effects.addAll(calls(pending.uptime()));
    return new Atm.Decision(events, effects, decision.reply(), pending);
  }

  private static List<Atm.Event> restrictions(AtmState state, HapToken token) {
    return token.permissions().keySet().stream()
        .flatMap(name -> UserPolicies.mark(state, token, name).stream())
        .toList();
  }

  /** Sheets of an app that is gone close without a choice, and token sync is told. */
  private static PendingRequests closed(
      PendingRequests pending, Atm.Event.TokenDeleted deleted, List<Atm.Effect> effects) {
    PendingRequests rest = pending;
    for (Map.Entry<DialogId, SettingsSheet> open : pending.sheets().entrySet()) {
      if (open.getValue().identity().equals(deleted.identity())) {
        rest = rest.withoutSheet(open.getKey());
        effects.add(
            new Atm.Effect.AnswerRequest(
                open.getValue().request(), Sheets.closed(open.getValue())));
      }
    }
    effects.add(new GrantEffect.NotifySync(deleted.tokenId(), true));
    for (GrantEffect.Purpose purpose : GrantEffect.Purpose.values()) {
      effects.add(
          new GrantEffect.CancelTimer(new GrantEffect.GrantTimer(deleted.identity(), purpose)));
    }
    return rest;
  }

  private void note(AtmState now, Atm.Event event, Uptime known) {
    if (event instanceof Atm.Event.PermissionChanged changed) {
      boolean was = isGranted(changed.before(), knownBefore, changed.identity(), changed.name());
      boolean is = isGranted(changed.after(), known, changed.identity(), changed.name());
      noteIfMoved(now.token(changed.identity()), changed.name(), was, is);
    } else if (event instanceof Atm.Event.TokenDeleted deleted) {
      deleted
          .revoked()
          .forEach(name -> changes.add(new PermissionStateChange(false, deleted.tokenId(), name)));
    }
  }

  /** Grants by security components are in no event. */
  private void noteComponents(AtmState now, Uptime known) {
    List<TokenIdentity> touched = new ArrayList<>(knownBefore.components().keySet());
    touched.addAll(known.components().keySet());
    for (TokenIdentity app : touched.stream().distinct().toList()) {
      List<PermissionName> names = new ArrayList<>(knownBefore.componentsOf(app));
      names.addAll(known.componentsOf(app));
      for (PermissionName name : names.stream().distinct().toList()) {
        GrantState was = stateOf(before, app, name);
        if (was.equals(stateOf(now, app, name))) {
          noteIfMoved(
              now.token(app),
              name,
              isGranted(was, knownBefore, app, name),
              isGranted(was, known, app, name));
        }
      }
    }
  }

  private static GrantState stateOf(AtmState state, TokenIdentity app, PermissionName name) {
    return state.token(app).flatMap(token -> token.stateOf(name)).orElse(GrantState.NEVER_DECIDED);
  }

  private static boolean isGranted(
      GrantState held, Uptime known, TokenIdentity app, PermissionName name) {
    GrantState shown = known.isComponentGranted(app, name) ? ComponentGrants.shown(held) : held;
    return shown.effectivelyGranted();
  }

  private void noteIfMoved(Optional<HapToken> token, PermissionName name, boolean was, boolean is) {
    if (was != is) {
      token.ifPresent(app -> changes.add(new PermissionStateChange(is, app.tokenId(), name)));
    }
  }

  private List<Atm.Effect> calls(Uptime known) {
    List<Atm.Effect> calls = new ArrayList<>();
    for (PermissionStateChange change : changes) {
      for (Registration listener : known.listeners()) {
        if (listener.hears(change.token(), change.name())) {
          calls.add(new GrantEffect.CallBack(listener.process(), listener.callback(), change));
        }
      }
    }
    return calls;
  }
}
