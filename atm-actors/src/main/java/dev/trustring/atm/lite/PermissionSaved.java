package dev.trustring.atm.lite;

/**
 * One permission in the file of an app (access-token §6.2).
 *
 * @param flags 0, or 2 once the user has decided for good
 */
public record PermissionSaved(String name, String desc, boolean granted, int flags) {

  PermissionSaved granted(boolean now) {
    return new PermissionSaved(name, desc, now, flags);
  }

  PermissionSaved flags(int now) {
    return new PermissionSaved(name, desc, granted, now);
  }
}
