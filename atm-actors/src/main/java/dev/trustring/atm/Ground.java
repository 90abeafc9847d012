package dev.trustring.atm;

import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.caller.CallerRights;
import dev.trustring.atm.caller.CallerRule;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenType;
import dev.trustring.atm.uptime.Uptime;
import java.util.List;
import java.util.Optional;

/** All that a call is decided from. */
record Ground(AtmState state, PendingRequests pending, Atm.Inputs inputs) {
  /** What an app is made for that says nothing about it (our choice). */
  private static final int API_VERSION_DEFAULT = 20;

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

  /** The token that may be looked at, also that of an app of another device (access-token §5.7). */
  Optional<HapToken> seen(TokenRef ref) {
    Optional<HapToken> own = token(ref);
    return own.isEmpty() && ref instanceof TokenRef.ById byId
        ? uptime().remote().token(byId.id(), inputs.catalogue())
        : own;
  }

  /** Whether this is the local id of an app of another device (access-token §5.1). */
  boolean isRemote(TokenId id) {
    return state.holder(id).isEmpty() && uptime().remote().isRemote(id);
  }

  /** Whether somebody has this id. */
  boolean isRegistered(TokenId id) {
    return state.holder(id).isPresent() || uptime().remote().isRemote(id);
  }

  /** Whether nobody may get this id: somebody has it, or had it and it is reserved. */
  boolean isTaken(TokenId id) {
    return state.isTaken(id) || uptime().remote().isRemote(id);
  }

  /** What is known of an app beyond its token. */
  HapDetails details(HapToken token) {
    return isRemote(token.tokenId())
        ? uptime().remote().details(token.tokenId())
        : state.details(token.identity());
  }

  /** The API version that an app was made for; today's if it has stated none (§3.5). */
  int apiVersion(HapToken token) {
    int stated = details(token).apiVersion();
    return stated == 0 ? API_VERSION_DEFAULT : stated;
  }

  /** Whether the sandbox of an app, if it runs in one, may have it (access-token §8). */
  boolean isAvailable(HapToken token, PermissionName name) {
    return details(token).dlpType().allows(name);
  }

  /** Whether a tapped security component of this device grants it for the moment (§3.3). */
  boolean isComponentGranted(HapToken token, PermissionName name) {
    return !isRemote(token.tokenId()) && uptime().isComponentGranted(token.identity(), name);
  }

  /** How a permission stands, all rules taken together (access-token §3.3, §8). */
  PermissionView view(Optional<HapToken> token, PermissionName name) {
    PermissionView view = PermissionView.of(token, name, inputs.catalogue());
    return token
        .map(app -> view.withComponent(isComponentGranted(app, name)))
        .map(shown -> shown.withSandbox(isAvailable(token.get(), name)))
        .orElse(view);
  }

  /** Whether a verification of this token grants the permission (access-token §3.3). */
  boolean isGranted(HapToken token, PermissionName name) {
    return view(Optional.of(token), name).granted();
  }

  /** The same of an app or a process, by any name: whatever is wrong is denied (§9, 1). */
  boolean isGranted(TokenRef ref, String name) {
    return seen(ref)
        .map(token -> PermissionName.isLegal(name) && isGranted(token, new PermissionName(name)))
        .orElseGet(() -> ref instanceof TokenRef.ById byId && holds(byId.id(), name));
  }

  private boolean holds(TokenId process, String name) {
    return definition(name).isPresent() && state.isGranted(process, new PermissionName(name));
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
