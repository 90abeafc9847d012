package dev.trustring.device.call;

import dev.trustring.device.profile.SystemTier;
import java.util.List;

/**
 * Which systems offer a call (access-token §6). Only the permission calls differ; all others are
 * taken to be there on every system (our choice).
 */
public enum Surface {
  /** Mini and small systems. */
  LITE,
  /** Standard systems. */
  STANDARD,
  /** All systems. */
  ALL;

  private static final List<String> LITE_MODULES =
      List.of("PermissionLite", "IpcAuth", "SamgrLite", "BundleManagerLite");
  private static final List<String> STANDARD_MODULES =
      List.of("abilityAccessCtrl", "AccessTokenKit", "PermissionKit");

  /** The surface to which a call belongs by the module in its name. */
  public static Surface of(CallName call) {
    String module = call.value().substring(0, call.value().indexOf('.'));
    if (LITE_MODULES.contains(module)) {
      return LITE;
    }
    return STANDARD_MODULES.contains(module) ? STANDARD : ALL;
  }

  /** Whether a system of this tier has it. */
  public boolean isOn(SystemTier tier) {
    return switch (this) {
      case LITE -> tier != SystemTier.STANDARD;
      case STANDARD -> tier == SystemTier.STANDARD;
      case ALL -> true;
    };
  }
}
