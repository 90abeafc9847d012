package dev.trustring.atm;

import dev.trustring.atm.AtmApi.ChangeFace;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;

/** Calls about the notes that several tests make. */
final class Calls {
  private Calls() {}

  /** GrantPermission or RevokePermission of the inner kit, made by Settings. */
  static AtmApi innerChange(boolean grant, String name, int flag) {
    return new AtmApi.ChangePermission(
        AtmCaller.SETTINGS,
        ChangeFace.INNER,
        TokenRef.of(Phone.NOTES),
        PermissionName.of(name).value(),
        grant,
        flag,
        true);
  }

  static AtmCaller app(TokenIdentity identity) {
    return new AtmCaller.App(identity);
  }

  static String camera() {
    return PermissionName.of("CAMERA").value();
  }
}
