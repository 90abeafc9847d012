package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.request.ErrorReason;
import dev.trustring.atm.request.LocationRule;
import dev.trustring.atm.request.PermissionOper;
import dev.trustring.atm.request.RequestRule;
import dev.trustring.atm.request.RequestState;
import dev.trustring.atm.token.HapToken;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What asking the user of an app would lead to, all rules taken together (access-token §3.5). */
final class RequestStates {
  private static final RequestState BANNED =
      new RequestState(PermissionOper.FORBIDDEN, ErrorReason.PRIVACY_STATEMENT_NOT_AGREED);

  private RequestStates() {}

  static List<RequestState> of(
      Ground ground, Optional<HapToken> token, List<PermissionName> names) {
    if (token.isEmpty() || names.size() > RequestRule.NAMES_MAX) {
      return Collections.nCopies(names.size(), RequestState.NOT_ANSWERED);
    }
    HapToken app = token.get();
    List<RequestState> alone = names.stream().map(name -> alone(ground, app, name)).toList();
    boolean vague = app.stateOf(LocationRule.VAGUE).map(GrantState::granted).orElse(false);
    List<RequestState> paired = LocationRule.applied(names, alone, vague, ground.apiVersion(app));
    return !ground.isRemote(app.tokenId()) && ground.state().policy().bansDialogsOf(app.identity())
        ? paired.stream().map(RequestStates::banned).toList()
        : paired;
  }

  private static RequestState alone(Ground ground, HapToken app, PermissionName name) {
    Optional<PermissionDefinition> definition = ground.inputs().catalogue().find(name);
    RequestState state = RequestRule.stateOf(definition, app.stateOf(name));
    boolean possible = app.stateOf(name).isEmpty() || ground.isAvailable(app, name);
    return possible ? state : new RequestState(PermissionOper.INVALID, ErrorReason.UNABLE_POP_UP);
  }

  /** A ban also hides what is granted. */
  private static RequestState banned(RequestState state) {
    return state.oper() == PermissionOper.INVALID ? state : BANNED;
  }
}
