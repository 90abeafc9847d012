package dev.trustring.atm.install;

/**
 * What an installer says of an app that gets a new version, unchecked (access-token §1.8).
 *
 * @param dataRefresh whether a permission that breaks a rule is left out instead of refused
 */
public record UpdateHapInfoParams(
    String appIdDesc,
    int apiVersion,
    boolean isSystemApp,
    String appDistributionType,
    boolean isAtomicService,
    boolean dataRefresh,
    String appProvisionType) {

  /** A new version of a store app. */
  public static final UpdateHapInfoParams RELEASE =
      new UpdateHapInfoParams("app", 12, false, "app_gallery", false, false, "release");

  /** The same with a profile for debugging. */
  public UpdateHapInfoParams asDebug() {
    return new UpdateHapInfoParams(
        appIdDesc,
        apiVersion,
        isSystemApp,
        appDistributionType,
        isAtomicService,
        dataRefresh,
        "debug");
  }

  /** The same, leaving out what breaks a rule. */
  public UpdateHapInfoParams refreshing() {
    return new UpdateHapInfoParams(
        appIdDesc,
        apiVersion,
        isSystemApp,
        appDistributionType,
        isAtomicService,
        true,
        appProvisionType);
  }

  /** As the installer would say it of a new app of this name. */
  HapInfoParams asInfo(HapInfoParams identity) {
    return new HapInfoParams(
        identity.userId(),
        identity.bundleName(),
        identity.instIndex(),
        identity.dlpType(),
        appIdDesc,
        apiVersion,
        isSystemApp,
        appDistributionType,
        false,
        0,
        isAtomicService,
        appProvisionType);
  }
}
