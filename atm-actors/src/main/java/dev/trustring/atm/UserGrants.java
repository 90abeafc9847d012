package dev.trustring.atm;

import dev.trustring.atm.grant.GrantChange;
import dev.trustring.atm.grant.GrantRule;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.grant.ThisTimeOnly;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenIdentity;
import java.util.List;
import java.util.Optional;

/**
 * Grants and revokes user_grant permissions for system apps (access-token §4.3).
 *
 * <p>Whether the app is in the foreground, as flag 64 wants, is not looked at here.
 */
final class UserGrants {
  private static final List<Integer> FLAGS_OFFERED =
      List.of(PermissionFlag.USER_SET, PermissionFlag.USER_FIXED, PermissionFlag.ALLOW_THIS_TIME);

  private UserGrants() {}

  /** A grant or a revocation of one permission of one app. */
  record Wish(TokenIdentity identity, PermissionName name, GrantChange change) {
    static Wish of(Atm.Command.Grant command) {
      return new Wish(command.identity(), command.name(), GrantChange.grant(command.flag()));
    }

    static Wish of(Atm.Command.Revoke command) {
      return new Wish(command.identity(), command.name(), GrantChange.revoke(command.flag()));
    }
  }

  static Atm.Decision change(
      AtmState state, PendingRequests pending, Wish wish, Atm.Inputs inputs) {
    Optional<HapToken> token = state.token(wish.identity());
    Optional<AtmRefusal> refusal = refusal(wish, token, inputs.catalogue());
    if (refusal.isPresent()) {
      return refused(refusal.get(), pending);
    }
    GrantRule.Outcome outcome =
        GrantRule.update(token.map(HapToken::permissions), wish.name(), wish.change());
    if (outcome instanceof GrantRule.Outcome.Refused refused) {
      return refused(refused.why(), pending);
    }
    return new Atm.Decision(
        events(wish, outcome), List.of(), Optional.of(new Atm.Reply.Changed()), pending);
  }

  /** The events of a change: one if it is made and makes a difference. */
  static List<Atm.Event> events(Wish wish, GrantRule.Outcome outcome) {
    if (outcome instanceof GrantRule.Outcome.Updated updated
        && !updated.before().equals(updated.after())) {
      return List.of(
          new Atm.Event.PermissionChanged(
              wish.identity(), wish.name(), updated.before(), updated.after()));
    }
    return List.of();
  }

  /** What is checked, in the platform's order, before the state of the permission. */
  private static Optional<AtmRefusal> refusal(
      Wish wish, Optional<HapToken> token, PermissionCatalogue catalogue) {
    Optional<PermissionDefinition> definition = catalogue.find(wish.name());
    int flag = wish.change().flag();
    if (definition.isEmpty()) {
      return Optional.of(AtmRefusal.UNDEFINED);
    }
    if (!FLAGS_OFFERED.contains(flag)) {
      return Optional.of(AtmRefusal.FLAG_NOT_OFFERED);
    }
    if (definition.get().grantMode() != GrantMode.USER_GRANT) {
      return Optional.of(AtmRefusal.NOT_USER_GRANT);
    }
    if (token.isEmpty()) {
      return Optional.of(AtmRefusal.TOKEN_UNKNOWN);
    }
    if (flag == PermissionFlag.ALLOW_THIS_TIME && !ThisTimeOnly.isOfferedFor(wish.name())) {
      return Optional.of(AtmRefusal.NOT_FOR_THIS_TIME);
    }
    return Optional.empty();
  }

  private static Atm.Decision refused(AtmRefusal why, PendingRequests pending) {
    return Atm.Decision.reply(new Atm.Reply.Refused(why), pending);
  }
}
