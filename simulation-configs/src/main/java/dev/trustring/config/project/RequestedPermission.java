package dev.trustring.config.project;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.kv.decision.Origin;
import java.util.List;
import java.util.TreeMap;

/**
 * A permission that a module's manifest asks for.
 *
 * @param origin where its name is written
 */
public record RequestedPermission(
    PermissionName name, boolean hasReason, boolean inEntry, Origin origin) {

  /**
   * The permissions of all modules, each name once, sorted by name: an entry with a reason goes
   * before one without, then the entry module's goes before others (access-token §7.4).
   */
  static List<RequestedPermission> merged(List<RequestedPermission> all) {
    TreeMap<PermissionName, RequestedPermission> byName = new TreeMap<>();
    all.forEach(
        one -> byName.merge(one.name(), one, (kept, next) -> next.beats(kept) ? next : kept));
    return List.copyOf(byName.values());
  }

  private boolean beats(RequestedPermission other) {
    if (hasReason != other.hasReason) {
      return hasReason;
    }
    return inEntry && !other.inEntry;
  }
}
