package dev.trustring.device.session;

import dev.trustring.trust.identity.OsAccountId;
import java.util.Optional;

/**
 * The process that owns servers and sessions.
 *
 * @param pkg the package it gives for itself
 * @param app the bundle and signing of an app; empty for a process of the system
 */
public record SessionOwner(String pkg, Optional<App> app, OsAccountId user) {

  /** What a session name of an app must end with. */
  public record App(String bundle, String signing) {

    String ending() {
      return "-" + bundle + "-" + signing;
    }
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
