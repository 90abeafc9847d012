package dev.trustring.atm.policy;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is set on a device beside the grants of its apps; stored.
 *
 * @param dialogBans apps whose permission dialogs are not shown (access-token §3.5)
 * @param toggles the request toggles that somebody moved (§3.7)
 * @param closedSwitches the global switches that are closed (§3.7)
 * @param userPolicies one for each permission that has one (§3.8)
 */
public record DevicePolicy(
    List<TokenIdentity> dialogBans,
    List<Toggle> toggles,
    List<GlobalSwitch> closedSwitches,
    List<UserPolicy> userPolicies) {
  /** A device on which nobody has set anything. */
  public static final DevicePolicy NONE =
      new DevicePolicy(List.of(), List.of(), List.of(), List.of());

  private static final PermissionName CLOSED_AT_FIRST = PermissionName.of("APP_TRACKING_CONSENT");

  /** The request toggle of one permission for one user. */
  public record Toggle(UserId user, PermissionName name, boolean open) {
    boolean isOf(UserId other, PermissionName otherName) {
      return user.equals(other) && name.equals(otherName);
    }
  }

  public DevicePolicy {
    dialogBans = List.copyOf(dialogBans);
    toggles = List.copyOf(toggles);
    closedSwitches = List.copyOf(closedSwitches);
    userPolicies = List.copyOf(userPolicies);
  }

  /** Whether dialogs of this app are banned. */
  public boolean bansDialogsOf(TokenIdentity app) {
    return dialogBans.contains(app);
  }

  /** Where the toggle stands; all are open at first but the one for tracking (§3.7). */
  public boolean isToggleOpen(UserId user, PermissionName name) {
    return toggles.stream()
        .filter(toggle -> toggle.isOf(user, name))
        .map(Toggle::open)
        .findFirst()
        .orElse(!name.equals(CLOSED_AT_FIRST));
  }

  /** Whether this switch is open. */
  public boolean isOpen(GlobalSwitch device) {
    return !closedSwitches.contains(device);
  }

  /** The policy for this permission. */
  public Optional<UserPolicy> userPolicy(PermissionName name) {
    return userPolicies.stream().filter(policy -> policy.name().equals(name)).findFirst();
  }

  /** Whether a policy blocks this permission of an app. */
  public boolean restricts(TokenIdentity app, TokenId token, PermissionName name) {
    return userPolicy(name).map(policy -> policy.restricts(app.user(), token)).orElse(false);
  }

  /** With dialogs of this app banned, or not. */
  public DevicePolicy withDialogBan(TokenIdentity app, boolean banned) {
    return new DevicePolicy(moved(dialogBans, app, banned), toggles, closedSwitches, userPolicies);
  }

  /** With this toggle as it says. */
  public DevicePolicy with(Toggle toggle) {
    List<Toggle> others = new ArrayList<>(toggles);
    others.removeIf(old -> old.isOf(toggle.user(), toggle.name()));
    others.add(toggle);
    return new DevicePolicy(dialogBans, others, closedSwitches, userPolicies);
  }

  /** With this switch open or closed. */
  public DevicePolicy withSwitch(GlobalSwitch device, boolean open) {
    return new DevicePolicy(
        dialogBans, toggles, moved(closedSwitches, device, !open), userPolicies);
  }

  /** With this policy instead of an earlier one for the same permission. */
  public DevicePolicy with(UserPolicy policy) {
    List<UserPolicy> others = without(policy.name());
    others.add(policy);
    return new DevicePolicy(dialogBans, toggles, closedSwitches, others);
  }

  /** Without a policy for this permission. */
  public DevicePolicy withoutPolicy(PermissionName name) {
    return new DevicePolicy(dialogBans, toggles, closedSwitches, without(name));
  }

  private List<UserPolicy> without(PermissionName name) {
    List<UserPolicy> others = new ArrayList<>(userPolicies);
    others.removeIf(old -> old.name().equals(name));
    return others;
  }

  private static <T> List<T> moved(List<T> list, T element, boolean in) {
    List<T> changed = new ArrayList<>(list);
    changed.remove(element);
    if (in) {
      changed.add(element);
    }
    return changed;
  }
}
