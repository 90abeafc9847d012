package dev.trustring.atm.token;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The token of one installed app: who it is and what it holds.
 *
 * @param permissions what it declares and may hold at all, each with its state
 */
public record HapToken(
    TokenIdentity identity,
    TokenId tokenId,
    ProvisionProfile profile,
    NavigableMap<PermissionName, GrantState> permissions)
    implements Holder {

  public HapToken {
    permissions = persistent(permissions);
  }

  /** As a map of which a changed copy costs a few nodes; one that is such a map already stays. */
  private static PSortedMap<PermissionName, GrantState> persistent(
      NavigableMap<PermissionName, GrantState> permissions) {
    return permissions instanceof TreePMap<PermissionName, GrantState> already
        ? already
        : TreePMap.from(permissions);
  }

  /** Whether a verification of this permission says granted (access-token §3.3). */
  public boolean grants(PermissionName name) {
    GrantState held = permissions.get(name);
    return held != null && held.effectivelyGranted();
  }

  /** Its privilege level. */
  public Apl apl() {
    return profile.apl();
  }

  /** Whether system APIs serve it. */
  public boolean isSystemApp() {
    return profile.isSystemApp();
  }

  /** What it holds of this permission; none if it does not declare it. */
  public Optional<GrantState> stateOf(PermissionName name) {
    return Optional.ofNullable(permissions.get(name));
  }

  @Override
  public List<PermissionName> effectivelyGranted() {
    return permissions.entrySet().stream()
        .filter(entry -> entry.getValue().effectivelyGranted())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The same token with another state of one permission that it declares. */
  public HapToken with(PermissionName name, GrantState state) {
    if (!permissions.containsKey(name)) {
      throw new IllegalStateException(identity + " does not declare " + name);
    }
    return new HapToken(identity, tokenId, profile, persistent(permissions).plus(name, state));
  }
}
