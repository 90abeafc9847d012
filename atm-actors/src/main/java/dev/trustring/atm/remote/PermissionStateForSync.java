package dev.trustring.atm.remote;

import dev.trustring.atm.grant.GrantState;

/**
 * What another device says that its app holds of one permission; none of it is checked.
 *
 * @param grantStatus 0 granted, -1 not
 * @param grantFlag the bits as stored, also those that no app sees
 */
public record PermissionStateForSync(String permissionName, int grantStatus, int grantFlag) {
  static final int GRANTED = 0;
  static final int DENIED = -1;

  GrantState asState() {
    return new GrantState(grantStatus == GRANTED, grantFlag);
  }
}
