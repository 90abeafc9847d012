package dev.trustring.atm;

import dev.trustring.atm.remote.RemoteTokens;
import dev.trustring.atm.request.DialogButton;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.AppActivity;
import dev.trustring.atm.uptime.ServiceHealth;

/** What the AccessTokenManager is told by the device, its user, and its own timers. */
public sealed interface AtmFact extends Atm.Command {
  /** The user presses a button of a permission dialog. */
  record PressButton(DialogId dialog, DialogButton button) implements AtmFact {
    PressButton(DialogId dialog, boolean allow) {
      this(dialog, allow ? DialogButton.ALLOW : DialogButton.DENY);
    }
  }

  /** The user switches on, or closes, a sheet of Settings. */
  record AnswerSheet(DialogId dialog, boolean allow) implements AtmFact {}

  /** An app comes to the foreground, goes to the background, or its process ends. */
  record AppMoved(TokenIdentity identity, AppActivity.Phase phase) implements AtmFact {}

  /** A form of an app turns visible or invisible. */
  record FormMoved(TokenIdentity identity, boolean visible) implements AtmFact {}

  /** A continuous task for an app's location starts or stops. */
  record LocationTaskMoved(TokenIdentity identity, boolean running) implements AtmFact {}

  /** A timer that was started has ended. */
  record TimerEnded(GrantEffect.GrantTimer timer) implements AtmFact {}

  /** The system service that knows where apps are has died. */
  record AppManagerDied() implements AtmFact {}

  /** From now on callers are served, or not. */
  record ServiceIs(ServiceHealth health) implements AtmFact {}

  /** The device has started; the first that it is told. */
  record Started() implements AtmFact {}

  /** Token sync knows these apps of other devices from now on (access-token §5.1). */
  record RemoteTokensKnown(RemoteTokens tokens) implements AtmFact {}
}
