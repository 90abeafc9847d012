package dev.trustring.atm.policy;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A permission that is blocked for some users of the device (access-token §3.8).
 *
 * @param setter the process that set it; nobody else may change it
 * @param persistent whether it outlives a restart
 * @param users each user named so far, in the order of naming
 * @param whiteList apps that are not blocked
 */
public record UserPolicy(
    PermissionName name,
    String setter,
    boolean persistent,
    List<UserRestriction> users,
    List<TokenId> whiteList) {

  /** Whether one user is blocked. */
  public record UserRestriction(UserId user, boolean restricted) {}

  public UserPolicy {
    users = List.copyOf(users);
    whiteList = List.copyOf(whiteList);
  }

  /** Whether the policy speaks of this user at all. */
  public boolean names(UserId user) {
    return find(user).isPresent();
  }

  /** Whether an app of this user is blocked. */
  public boolean restricts(UserId user, TokenId app) {
    return !whiteList.contains(app) && find(user).map(UserRestriction::restricted).orElse(false);
  }

  /** With these users added or changed. */
  public UserPolicy with(List<UserRestriction> changes) {
    List<UserRestriction> all = new ArrayList<>(users);
    for (UserRestriction change : changes) {
      all.removeIf(old -> old.user().equals(change.user()));
      all.add(change);
    }
    return new UserPolicy(name, setter, persistent, all, whiteList);
  }

  /** With this app on its white list, or off it. */
  public UserPolicy whiteListing(TokenId app, boolean listed) {
    List<TokenId> apps = new ArrayList<>(whiteList);
    apps.remove(app);
    if (listed) {
      apps.add(app);
    }
    return new UserPolicy(name, setter, persistent, users, apps);
  }

  private Optional<UserRestriction> find(UserId user) {
    return users.stream().filter(entry -> entry.user().equals(user)).findFirst();
  }
}
