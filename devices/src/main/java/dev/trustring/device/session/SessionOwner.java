package dev.trustring.device.session;

import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import java.util.Optional;

/**
 * The process that owns servers and sessions.
 *
 * @param pkg the package it gives for itself
 * @param app the bundle, signing and token of an app; empty for a process of the system
 * @param account of the user, where a session is opened for an app
 */
public record SessionOwner(
    String pkg, Optional<App> app, OsAccountId user, Optional<AccountHash> account) {

  /** An owner whose account nobody has asked for. */
  public SessionOwner(String pkg, Optional<App> app, OsAccountId user) {
    this(pkg, app, user, Optional.empty());
  }

  /** What a session name of an app must end with, and by what access rows know the app. */
  public record App(String bundle, String signing, AppToken token) {

    String ending() {
      return "-" + bundle + "-" + signing;
    }
  }

  /** The same with the account of its user. */
  SessionOwner with(Optional<AccountHash> known) {
    return new SessionOwner(pkg, app, user, known);
  }

  AppToken token() {
    return app.map(App::token).orElse(AppToken.UNKNOWN);
  }

  boolean isApp() {
    return app.isPresent();
  }

  /** The name by which access rows and reports know it. */
  public String name() {
    return app.map(App::bundle).orElse(pkg);
  }

  /** Whether the two are one process, whatever packages it gives. */
  boolean isSameProcessAs(SessionOwner other) {
    return app.equals(other.app)
        && user.equals(other.user)
        && (app.isPresent() || pkg.equals(other.pkg));
  }
}
