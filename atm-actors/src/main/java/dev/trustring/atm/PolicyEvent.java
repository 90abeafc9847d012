package dev.trustring.atm;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.DevicePolicy;
import dev.trustring.atm.policy.GlobalSwitch;
import dev.trustring.atm.policy.UserPolicy;
import dev.trustring.atm.token.TokenIdentity;

/** Something beside the grants was set. */
public sealed interface PolicyEvent extends Atm.Event {
  /** The settings that follow. */
  DevicePolicy appliedTo(DevicePolicy before);

  @Override
  default AtmState appliedTo(AtmState before) {
    return before.with(appliedTo(before.policy()));
  }

  /** The dialogs of an app were banned, or the ban was lifted. */
  record DialogBanSet(TokenIdentity identity, boolean banned) implements PolicyEvent {
    @Override
    public DevicePolicy appliedTo(DevicePolicy before) {
      return before.withDialogBan(identity, banned);
    }
  }

  /** A request toggle was moved. */
  record ToggleSet(DevicePolicy.Toggle toggle) implements PolicyEvent {
    @Override
    public DevicePolicy appliedTo(DevicePolicy before) {
      return before.with(toggle);
    }
  }

  /** A global switch was moved. */
  record SwitchSet(GlobalSwitch device, boolean open) implements PolicyEvent {
    @Override
    public DevicePolicy appliedTo(DevicePolicy before) {
      return before.withSwitch(device, open);
    }
  }

  /** A user policy was set or changed. */
  record UserPolicySet(UserPolicy policy) implements PolicyEvent {
    @Override
    public DevicePolicy appliedTo(DevicePolicy before) {
      return before.with(policy);
    }
  }

  /** A user policy is gone. */
  record UserPolicyCleared(PermissionName name) implements PolicyEvent {
    @Override
    public DevicePolicy appliedTo(DevicePolicy before) {
      return before.withoutPolicy(name);
    }
  }
}
