package dev.trustring.atm.lite;

import java.util.Optional;

/**
 * How the package manager of a mini or small system decides whether to install (seed 002): its
 * arguments must be there, and a check of {@code ohos.permission.INSTALL_BUNDLE} for uid 0 must say
 * granted. Where the package manager is a process of the system, its own side of the check grants.
 */
public final class InstallCheck {
  /** The uid that the package manager asks about. */
  public static final int UID = 0;

  private InstallCheck() {}

  /** What the package manager is handed; C callers may leave any of it out. */
  public record Arguments(Optional<String> hapPath, boolean installParam, boolean callback) {
    private boolean areComplete() {
      return hapPath.isPresent() && installParam && callback;
    }
  }

  /** The question to the permission service. */
  public static Lite.Command.CheckPermission question() {
    return new Lite.Command.CheckPermission(UID, Optional.of(KnownPermissions.INSTALL_BUNDLE));
  }

  /** Whether it installs, given what its check said. */
  public static boolean installs(Arguments arguments, int checked) {
    return arguments.areComplete() && checked == Lite.GRANTED;
  }
}
