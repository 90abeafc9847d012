package dev.trustring.atm;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.request.SettingsSheet;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import java.time.Duration;

/** Work that follows from changed grants. */
public sealed interface GrantEffect extends Atm.Effect {
  /**
   * Calls a listener (access-token §4.4).
   *
   * @param process who registered it
   * @param callback the function it registered
   */
  record CallBack(String process, String callback, PermissionStateChange change)
      implements GrantEffect {}

  /** Ends the process of an app that lost a permission (access-token §3.3). */
  record KillProcess(TokenIdentity identity) implements GrantEffect {}

  /**
   * Tells token sync, which may tell peers, that a token changed or is gone (access-token §5.6).
   * Whoever grants or revokes with success causes it, whether or not anything differs then;
   * clearing what a user decided and policies for users do not.
   */
  record NotifySync(TokenId token, boolean deleted) implements GrantEffect {
    static NotifySync changed(TokenId token) {
      return new NotifySync(token, false);
    }
  }

  /** Puts a sheet of Settings on the screen (access-token §3.7). */
  record ShowSheet(DialogId dialog, SettingsSheet sheet) implements GrantEffect {}

  /** Starts a timer anew. */
  record StartTimer(GrantTimer timer, Duration after) implements GrantEffect {}

  /** Stops a timer, if it runs. */
  record CancelTimer(GrantTimer timer) implements GrantEffect {}

  /** A timer of one app; when it ends the core is told so. */
  record GrantTimer(TokenIdentity identity, Purpose purpose) {}

  /** What a timer is for. */
  enum Purpose {
    PASTEBOARD,
    LOCATIONS,
    SHORT_GRANT
  }

  /** What a listener is told. */
  record PermissionStateChange(boolean granted, TokenId token, PermissionName name) {
    /** The platform's number of the change. */
    public int change() {
      return granted ? 1 : 0;
    }
  }
}
