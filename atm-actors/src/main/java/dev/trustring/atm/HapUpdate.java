package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.install.HapParams;
import dev.trustring.atm.install.InstallRule;
import dev.trustring.atm.install.UpdateRule;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Gives installed apps a new version, or what the platform defines only now (§1.6, §1.8). */
final class HapUpdate {
  private HapUpdate() {}

  /** The checks in the platform's order: parameters, caller, token, rules. */
  static Atm.Decision update(Ground ground, TokenCommand.UpdateHapToken command) {
    Optional<AtmRefusal> refusal =
        command.tokenId().equals(TokenId.INVALID)
            ? Optional.of(AtmRefusal.PARAMS_OUT_OF_RANGE)
            : HapParams.refusal(command.info(), command.policy())
                .or(() -> command.caller().refusal());
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    return ground
        .seen(new TokenRef.ById(command.tokenId()))
        .map(token -> update(ground, token, command))
        .orElseGet(() -> ground.refuse(AtmRefusal.NO_SUCH_TOKENID));
  }

  private static Atm.Decision update(
      Ground ground, HapToken token, TokenCommand.UpdateHapToken command) {
    HapInstall install = HapParams.install(token.identity(), command.info(), command.policy());
    InstallRule.Outcome outcome =
        InstallRule.admitInOrder(
            install,
            ground.inputs().catalogue(),
            command.info().dataRefresh()
                ? InstallRule.Strictness.REFRESHING
                : InstallRule.Strictness.ORDINARY);
    if (outcome instanceof InstallRule.Outcome.Rejected rejected) {
      return ground.reply(new Atm.Reply.InstallRefused(rejected.name(), rejected.rule()));
    }
    if (ground.isRemote(token.tokenId())) {
      return ground.refuse(AtmRefusal.TOKEN_REMOTE);
    }
    if (outcome instanceof InstallRule.Outcome.Admitted admitted) {
      HapDetails before = ground.state().details(token.identity());
      HapDetails details =
          HapParams.details(token.identity(), command.info(), command.policy())
              .withDlpType(before.dlpType())
              .withUndefined(InstallRule.undefined(install, ground.inputs().catalogue()));
      HapToken updated = updated(token, install, admitted.permissions(), details);
      return ground.done(
          changes(ground.state(), updated, details),
          List.of(GrantEffect.NotifySync.changed(token.tokenId())),
          new TokenReply.TokenUpdated());
    }
    throw new AssertionError(outcome);
  }

  private static HapToken updated(
      HapToken token,
      HapInstall install,
      NavigableMap<PermissionName, GrantState> fresh,
      HapDetails details) {
    boolean reset = UpdateRule.resets(token.profile(), install.profile(), install.debugGrant());
    NavigableMap<PermissionName, GrantState> merged =
        UpdateRule.merged(token.permissions(), restricted(token, fresh), reset);
    return new HapToken(
        token.identity(),
        token.tokenId(),
        install.profile(),
        HapCreation.masked(merged, details.dlpType()));
  }

  /**
   * The new side with the restrictions of user policies. The platform asks its policies; a policy
   * that restricts a permission has left bit 512 on the old side, so that is asked here.
   */
  private static NavigableMap<PermissionName, GrantState> restricted(
      HapToken old, NavigableMap<PermissionName, GrantState> fresh) {
    NavigableMap<PermissionName, GrantState> restricted = new TreeMap<>(fresh);
    restricted.replaceAll(
        (name, state) ->
            old.stateOf(name)
                .filter(held -> held.has(PermissionFlag.RESTRICTED_BY_ADMIN))
                .map(
                    held ->
                        new GrantState(
                            state.granted(), state.flags() | PermissionFlag.RESTRICTED_BY_ADMIN))
                .orElse(state));
    return restricted;
  }

  /** The events that lead there: none where nothing differs. */
  private static List<Atm.Event> changes(AtmState state, HapToken token, HapDetails details) {
    List<Atm.Event> events = new ArrayList<>();
    if (!state.token(token.identity()).equals(Optional.of(token))) {
      events.add(new TokenEvent.HapUpdated(token));
    }
    if (!state.details(token.identity()).equals(details)) {
      events.add(new TokenEvent.HapDetailed(token.identity(), details));
    }
    return events;
  }

  /**
   * Every app gets, in its initial state, what it requested and the platform defines only now,
   * unless a rule is in the way; such names go on waiting (our choice, unverified).
   */
  static Atm.Decision review(Ground ground) {
    List<Atm.Event> events = new ArrayList<>();
    int admitted = 0;
    for (Map.Entry<TokenIdentity, HapDetails> entry : ground.state().details().entrySet()) {
      HapToken token = ground.state().token(entry.getKey()).orElseThrow();
      HapDetails details = entry.getValue();
      NavigableMap<PermissionName, GrantState> found = found(ground, token, details);
      admitted += found.size();
      List<PermissionName> left =
          details.undefined().stream().filter(name -> !found.containsKey(name)).toList();
      NavigableMap<PermissionName, GrantState> all = new TreeMap<>(token.permissions());
      found.forEach(all::putIfAbsent);
      HapToken updated = new HapToken(token.identity(), token.tokenId(), token.profile(), all);
      events.addAll(changes(ground.state(), updated, details.withUndefined(left)));
    }
    return ground.done(events, List.of(), new TokenReply.Reviewed(admitted));
  }

  private static NavigableMap<PermissionName, GrantState> found(
      Ground ground, HapToken token, HapDetails details) {
    HapInstall again =
        new HapInstall(
            token.identity(),
            token.profile(),
            details.undefined(),
            List.of(),
            details.debugGrant());
    InstallRule.Outcome outcome =
        InstallRule.admitInOrder(
            again, ground.inputs().catalogue(), InstallRule.Strictness.REFRESHING);
    return outcome instanceof InstallRule.Outcome.Admitted admitted
        ? HapCreation.masked(admitted.permissions(), details.dlpType())
        : new TreeMap<>();
  }
}
