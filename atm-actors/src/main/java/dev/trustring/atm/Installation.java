package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.install.InstallRule;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.token.FreshTokenId;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** Gives apps their tokens and takes them away (access-token §1.6, §1.9). */
final class Installation {
  private Installation() {}

  static Atm.Decision install(Ground ground, HapInstall install) {
    PermissionCatalogue catalogue = ground.inputs().catalogue();
    InstallRule.Outcome outcome =
        InstallRule.admit(install, catalogue, InstallRule.ENTERPRISE_NORMAL_CHECK_DEFAULT);
    if (outcome instanceof InstallRule.Outcome.Rejected rejected) {
      return ground.reply(new Atm.Reply.InstallRefused(rejected.name(), rejected.rule()));
    }
    if (outcome instanceof InstallRule.Outcome.Admitted admitted) {
      boolean clone = install.identity().isClone();
      HapDetails details =
          HapDetails.ORDINARY
              .withUndefined(InstallRule.undefined(install, catalogue))
              .withDebugGrant(install.debugGrant());
      return FreshTokenId.from(ground.inputs().draw(), clone, ground::isTaken)
          .map(id -> created(ground, token(install, id, admitted.permissions()), details))
          .orElseGet(() -> ground.refuse(AtmRefusal.NO_TOKENID_FREE));
    }
    throw new AssertionError(outcome);
  }

  static Atm.Decision uninstall(Ground ground, TokenIdentity identity) {
    PendingRequests pending = ground.pending();
    return ground
        .state()
        .token(identity)
        .map(
            token ->
                new Atm.Decision(
                    List.of(deleted(token)),
                    DialogFlow.interruptions(pending, identity),
                    Optional.of(new Atm.Reply.Uninstalled()),
                    pending.without(identity)))
        .orElseGet(() -> ground.reply(new Atm.Reply.NoToken(identity)));
  }

  private static HapToken token(
      HapInstall install, TokenId id, NavigableMap<PermissionName, GrantState> permissions) {
    return new HapToken(install.identity(), id, install.profile(), permissions);
  }

  /** The events of a new token; an app that is installed already loses its old one (§1.3). */
  static Atm.Decision created(Ground ground, HapToken token, HapDetails details) {
    TokenIdentity identity = token.identity();
    List<Atm.Event> events = new ArrayList<>();
    ground.state().token(identity).map(Installation::deleted).ifPresent(events::add);
    events.add(new Atm.Event.TokenCreated(token));
    if (!details.equals(HapDetails.ORDINARY)) {
      events.add(new TokenEvent.HapDetailed(identity, details));
    }
    return new Atm.Decision(
        events,
        DialogFlow.interruptions(ground.pending(), identity),
        Optional.of(new Atm.Reply.Installed(token.tokenId())),
        ground.pending().without(identity));
  }

  static Atm.Event deleted(HapToken token) {
    return new Atm.Event.TokenDeleted(
        token.identity(), token.tokenId(), token.effectivelyGranted());
  }
}
