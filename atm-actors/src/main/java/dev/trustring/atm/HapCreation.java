package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.install.HapParams;
import dev.trustring.atm.install.InstallRule;
import dev.trustring.atm.install.RequestedState;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.DlpType;
import dev.trustring.atm.token.FreshTokenId;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.TokenType;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Gives a new app, clone or sandbox its token (access-token §1.6, §1.7, §8). */
final class HapCreation {
  private HapCreation() {}

  /** A token to be, but for its id. */
  private record Draft(
      HapInstall install,
      HapDetails details,
      NavigableMap<PermissionName, GrantState> permissions) {

    HapToken token(TokenId id) {
      return new HapToken(install.identity(), id, install.profile(), permissions);
    }

    TokenId idOf(int unique) {
      return details.dlpType() == DlpType.COMMON
          ? TokenId.hap(unique, install.identity().isClone())
          : TokenId.dlp(unique);
    }
  }

  /** The checks in the platform's order: parameters, caller, main app, rules, id. */
  static Atm.Decision init(Ground ground, TokenCommand.InitHapToken command) {
    Optional<AtmRefusal> refusal =
        HapParams.refusal(command.info(), command.policy()).or(() -> command.caller().refusal());
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    HapInstall install = HapParams.install(command.info(), command.policy());
    HapDetails details = HapParams.details(command.info(), command.policy());
    if (details.dlpType() == DlpType.COMMON) {
      List<PermissionName> undefined = InstallRule.undefined(install, ground.inputs().catalogue());
      return admitted(ground, command.info(), install, details.withUndefined(undefined));
    }
    return mainOf(ground.state(), install.identity())
        .map(main -> sandbox(ground, command.info(), install, details, main))
        .orElseGet(() -> ground.refuse(AtmRefusal.NO_MAIN_APP));
  }

  /** The legacy call: whatever goes wrong is an id of 0, and levels are not looked at. */
  static Atm.Decision alloc(Ground ground, TokenCommand.AllocHapToken command) {
    Optional<AtmRefusal> refusal =
        HapParams.refusal(command.info(), command.policy()).or(() -> command.caller().refusal());
    if (refusal.isPresent()) {
      return ground.reply(new TokenReply.IdTold(TokenId.INVALID));
    }
    HapInstall install = HapParams.install(command.info(), command.policy());
    HapDetails details =
        HapParams.details(command.info(), command.policy())
            .withUndefined(InstallRule.undefined(install, ground.inputs().catalogue()));
    NavigableMap<PermissionName, GrantState> states =
        masked(
            asTold(command.policy().permStateList(), ground.inputs().catalogue()),
            details.dlpType());
    Atm.Decision decision = given(ground, command.info(), new Draft(install, details, states));
    Atm.Reply reply =
        decision.reply().orElseThrow() instanceof Atm.Reply.Installed installed
            ? new TokenReply.IdTold(installed.tokenId())
            : new TokenReply.IdTold(TokenId.INVALID);
    return new Atm.Decision(
        decision.events(), decision.effects(), Optional.of(reply), decision.pending());
  }

  /** States as the installer tells them; of one name that comes twice the first counts. */
  private static NavigableMap<PermissionName, GrantState> asTold(
      List<RequestedState> requested, PermissionCatalogue catalogue) {
    NavigableMap<PermissionName, GrantState> states = new TreeMap<>();
    for (RequestedState request : requested) {
      if (PermissionName.isLegal(request.permissionName())) {
        PermissionName name = new PermissionName(request.permissionName());
        if (catalogue.find(name).filter(PermissionDefinition::isForApps).isPresent()) {
          boolean granted = request.grantStatus() == RequestedState.GRANTED;
          states.putIfAbsent(name, new GrantState(granted, request.grantFlags()));
        }
      }
    }
    return states;
  }

  private static Optional<HapToken> mainOf(AtmState state, TokenIdentity instance) {
    return state.token(new TokenIdentity(instance.bundle(), instance.user(), 0));
  }

  /**
   * A sandbox requests what the main app holds, which the rules look at under the sandbox's own
   * profile, and starts as the main app stands, where it may (§8).
   */
  private static Atm.Decision sandbox(
      Ground ground, HapInfoParams info, HapInstall install, HapDetails details, HapToken main) {
    HapInstall same =
        new HapInstall(
            install.identity(),
            install.profile(),
            List.copyOf(main.permissions().keySet()),
            List.of(),
            false);
    List<PermissionName> undefined = ground.state().details(main.identity()).undefined();
    return admitted(
        ground,
        info,
        same,
        details.withUndefined(undefined),
        fresh -> {
          NavigableMap<PermissionName, GrantState> copied = new TreeMap<>(main.permissions());
          copied.keySet().retainAll(fresh.keySet());
          return masked(copied, details.dlpType());
        });
  }

  private static Atm.Decision admitted(
      Ground ground, HapInfoParams info, HapInstall install, HapDetails details) {
    return admitted(ground, info, install, details, UnaryOperator.identity());
  }

  private static Atm.Decision admitted(
      Ground ground,
      HapInfoParams info,
      HapInstall install,
      HapDetails details,
      UnaryOperator<NavigableMap<PermissionName, GrantState>> start) {
    InstallRule.Outcome outcome =
        InstallRule.admitInOrder(
            install, ground.inputs().catalogue(), InstallRule.Strictness.ORDINARY);
    if (outcome instanceof InstallRule.Outcome.Rejected rejected) {
      return ground.reply(new Atm.Reply.InstallRefused(rejected.name(), rejected.rule()));
    }
    if (outcome instanceof InstallRule.Outcome.Admitted admitted) {
      return given(ground, info, new Draft(install, details, start.apply(admitted.permissions())));
    }
    throw new AssertionError(outcome);
  }

  /** The same states, denied where this kind of instance may not hold the permission. */
  static NavigableMap<PermissionName, GrantState> masked(
      NavigableMap<PermissionName, GrantState> states, DlpType type) {
    NavigableMap<PermissionName, GrantState> masked = new TreeMap<>(states);
    masked.replaceAll(
        (name, held) -> type.allows(name) ? held : new GrantState(false, held.flags()));
    return masked;
  }

  private static Atm.Decision given(Ground ground, HapInfoParams info, Draft draft) {
    if (info.isRestore()) {
      TokenId former = new TokenId(info.tokenId());
      return TokenLife.registration(ground, former, TokenType.HAP)
          .map(ground::refuse)
          .orElseGet(() -> Installation.created(ground, draft.token(former), draft.details()));
    }
    return FreshTokenId.from(ground.inputs().draw(), draft::idOf, ground::isTaken)
        .map(id -> Installation.created(ground, draft.token(id), draft.details()))
        .orElseGet(() -> ground.refuse(AtmRefusal.NO_TOKENID_FREE));
  }
}
