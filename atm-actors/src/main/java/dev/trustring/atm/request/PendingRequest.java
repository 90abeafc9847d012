package dev.trustring.atm.request;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import java.util.List;

/**
 * A request whose dialogs are not all answered.
 *
 * @param states one for each name, as they were when the app asked
 * @param dialogs those still to be answered; the first is on the screen
 */
public record PendingRequest(
    RequestId id,
    TokenIdentity identity,
    List<PermissionName> names,
    List<RequestState> states,
    List<Dialog> dialogs) {

  public PendingRequest {
    names = List.copyOf(names);
    states = List.copyOf(states);
    dialogs = List.copyOf(dialogs);
  }

  /** The dialog on the screen. */
  public Dialog shown() {
    return dialogs.get(0);
  }

  /** Whether no dialog is left. */
  public boolean isAnswered() {
    return dialogs.isEmpty();
  }

  /** The same request once the dialog on the screen is answered. */
  public PendingRequest afterShown() {
    return new PendingRequest(id, identity, names, states, dialogs.subList(1, dialogs.size()));
  }
}
