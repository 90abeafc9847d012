package dev.trustring.atm;

import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.caller.CallerRights;
import dev.trustring.atm.caller.CallerRule;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenType;
import dev.trustring.atm.uptime.Uptime;
import java.util.List;
import java.util.Optional;

/** All that a call is decided from. */
record Ground(AtmState state, PendingRequests pending, Atm.Inputs inputs) {

  Uptime uptime() {
    return pending.uptime();
  }

  /** The same once these events have happened, and with this memory. */
  Ground after(List<Atm.Event> events, Uptime uptime) {
    return new Ground(Atm.evolve(state, events), pending.with(uptime), inputs);
  }

  /** The token that is meant, if it is an app's that is installed here. */
  Optional<HapToken> token(TokenRef ref) {
    if (ref instanceof TokenRef.ById byId) {
      return byId.id().type() == TokenType.HAP ? state.token(byId.id()) : Optional.empty();
    }
    if (ref instanceof TokenRef.ByApp byApp) {
      return state.token(byApp.identity());
    }
    throw new AssertionError(ref);
  }

  /** The definition of a name, which may be no legal one. */
  Optional<PermissionDefinition> definition(String name) {
    return PermissionName.isLegal(name)
        ? inputs.catalogue().find(new PermissionName(name))
        : Optional.empty();
  }

  /** Whether a verification of this token grants the permission (access-token §3.3). */
  boolean isGranted(HapToken token, PermissionName name) {
    return inputs.traits().isAvailable(token, name)
        && PermissionView.of(Optional.of(token), name, inputs.catalogue())
            .withComponent(uptime().isComponentGranted(token.identity(), name))
            .granted();
  }

  /** Why this caller is not served; empty if it is. */
  Optional<AtmRefusal> refusal(AtmCaller caller, CallerRule rule) {
    return rule.refusal(rights(caller));
  }

  private CallerRights rights(AtmCaller caller) {
    if (caller instanceof AtmCaller.App app) {
      Optional<HapToken> own = state.token(app.identity());
      return new CallerRights(
          true,
          own.map(HapToken::isSystemApp).orElse(false),
          false,
          name -> own.map(token -> isGranted(token, name)).orElse(false));
    }
    if (caller instanceof AtmCaller.Service process) {
      return new CallerRights(false, false, process.root(), process.held()::contains);
    }
    if (caller instanceof AtmCaller.Preset) {
      return new CallerRights(true, true, false, name -> true);
    }
    throw new AssertionError(caller);
  }

  Atm.Decision refuse(AtmRefusal why) {
    return reply(new Atm.Reply.Refused(why));
  }

  Atm.Decision reply(Atm.Reply reply) {
    return Atm.Decision.reply(reply, pending);
  }

  /** An answer together with what happened. */
  Atm.Decision done(List<Atm.Event> events, List<Atm.Effect> effects, Atm.Reply reply) {
    return new Atm.Decision(events, effects, Optional.of(reply), pending);
  }

  /** An answer together with a change in memory. */
  Atm.Decision done(Uptime uptime, Atm.Reply reply) {
    return Atm.Decision.reply(reply, pending.with(uptime));
  }
}
