package dev.trustring.atm.caller;

import dev.trustring.atm.permission.PermissionName;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a caller is and holds at the moment of its call (access-token §4.2).
 *
 * @param app whether it is an app, and so has to be a system app for system APIs
 * @param held whether it holds a permission
 */
public record CallerRights(
    boolean app, boolean systemApp, boolean root, Predicate<PermissionName> held) {

  boolean holdsAny(List<PermissionName> names) {
    return names.stream().anyMatch(held);
  }
}
