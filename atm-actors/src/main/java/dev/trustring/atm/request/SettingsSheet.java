package dev.trustring.atm.request;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.GlobalSwitch;
import dev.trustring.atm.token.TokenIdentity;
import java.util.List;
import java.util.Optional;

/**
 * A sheet of Settings that an app opened (access-token §3.7).
 *
 * @param names the permissions it asks for; empty if it asks for a switch
 * @param device the switch it asks for
 */
public record SettingsSheet(
    RequestId request,
    TokenIdentity identity,
    List<PermissionName> names,
    Optional<GlobalSwitch> device) {
  public SettingsSheet {
    names = List.copyOf(names);
  }
}
