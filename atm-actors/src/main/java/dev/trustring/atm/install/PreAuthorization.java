package dev.trustring.atm.install;

import dev.trustring.atm.permission.PermissionName;

/**
 * A permission that a preset app gets without asking its user (access-token §1.5).
 *
 * @param userCancelable whether the user may take it back
 */
public record PreAuthorization(PermissionName name, boolean userCancelable) {}
