package dev.trustring.atm.request;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says for one name of a request whether a dialog is needed, and if not, why (access-token §3.5).
 *
 * <p>The conditions between the location permissions are not looked at here.
 */
public final class RequestRule {
  /** Longest list of names that is looked at. */
  public static final int NAMES_MAX = 1024;

  private static final int ASK_AGAIN =
      PermissionFlag.USER_SET | PermissionFlag.COMPONENT_SET | PermissionFlag.ALLOW_THIS_TIME;

  private static final List<PermissionName> WITHOUT_DIALOG =
      Stream.of(
              "ANSWER_CALL",
              "MANAGE_VOICEMAIL",
              "READ_CELL_MESSAGES",
              "RECEIVE_MMS",
              "RECEIVE_SMS",
              "RECEIVE_WAP_MESSAGES",
              "SEND_MESSAGES",
              "WRITE_CALL_LOG",
              "SHORT_TERM_WRITE_IMAGEVIDEO")
          .map(PermissionName::of)
          .toList();

  private RequestRule() {}

  /**
   * The state of one requested name.
   *
   * @param definition what the platform says about it, if anything
   * @param held what the app holds of it; none if it does not declare it
   */
  public static RequestState stateOf(
      Optional<PermissionDefinition> definition, Optional<GrantState> held) {
    if (definition.isEmpty() || !definition.get().isForApps()) {
      return new RequestState(PermissionOper.INVALID, ErrorReason.PERM_INVALID);
    }
    if (held.isEmpty()) {
      return new RequestState(PermissionOper.INVALID, ErrorReason.NOT_DECLARED);
    }
    if (WITHOUT_DIALOG.contains(definition.get().name())) {
      return new RequestState(PermissionOper.INVALID, ErrorReason.UNABLE_POP_UP);
    }
    return held.get().granted()
        ? new RequestState(PermissionOper.PASS, ErrorReason.SUCCESS)
        : stateOfDenied(definition.get().grantMode(), held.get());
  }

  /** The stored status counts here, not the effective one. */
  private static RequestState stateOfDenied(GrantMode mode, GrantState held) {
    if (mode == GrantMode.MANUAL_SETTINGS) {
      return new RequestState(PermissionOper.INVALID, ErrorReason.MANUAL_SETTING);
    }
    if (held.has(PermissionFlag.FIXED_BY_ADMIN_POLICY)) {
      return new RequestState(PermissionOper.FORBIDDEN, ErrorReason.UNABLE_POP_UP);
    }
    return new RequestState(operOfDenied(held), ErrorReason.SUCCESS);
  }

  private static PermissionOper operOfDenied(GrantState held) {
    if (held.has(PermissionFlag.ADMIN_POLICIES_CANCEL | PermissionFlag.FIXED_FOR_SECURITY_POLICY)) {
      return PermissionOper.SETTING;
    }
    if (held.flags() == PermissionFlag.DEFAULT || held.has(ASK_AGAIN)) {
      return PermissionOper.DYNAMIC;
    }
    return held.has(PermissionFlag.USER_FIXED) ? PermissionOper.SETTING : PermissionOper.PASS;
  }
}
