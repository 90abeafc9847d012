package dev.trustring.atm.install;

/**
 * What an installer says of a new app, unchecked (access-token §1.4).
 *
 * @param dlpType the number of a {@link dev.trustring.atm.token.DlpType}
 * @param isRestore whether the app is to keep an id it had before, {@code tokenId}
 * @param appProvisionType {@code release} or {@code debug}
 */
public record HapInfoParams(
    int userId,
    String bundleName,
    int instIndex,
    int dlpType,
    String appIdDesc,
    int apiVersion,
    boolean isSystemApp,
    String appDistributionType,
    boolean isRestore,
    int tokenId,
    boolean isAtomicService,
    String appProvisionType) {

  /** A store app of the first user. */
  public static HapInfoParams of(String bundleName) {
    return new HapInfoParams(
        100, bundleName, 0, 0, bundleName, 12, false, "app_gallery", false, 0, false, "release");
  }

  /** The same of another user. */
  public HapInfoParams ofUser(int other) {
    return new HapInfoParams(
        other,
        bundleName,
        instIndex,
        dlpType,
        appIdDesc,
        apiVersion,
        isSystemApp,
        appDistributionType,
        isRestore,
        tokenId,
        isAtomicService,
        appProvisionType);
  }

  /** The same as an instance: a clone, or a sandbox if the type is not 0. */
  public HapInfoParams asInstance(int index, int type) {
    return new HapInfoParams(
        userId,
        bundleName,
        index,
        type,
        appIdDesc,
        apiVersion,
        isSystemApp,
        appDistributionType,
        isRestore,
        tokenId,
        isAtomicService,
        appProvisionType);
  }

  /** The same with a profile for debugging. */
  public HapInfoParams asDebug() {
    return new HapInfoParams(
        userId,
        bundleName,
        instIndex,
        dlpType,
        appIdDesc,
        apiVersion,
        isSystemApp,
        appDistributionType,
        isRestore,
        tokenId,
        isAtomicService,
        "debug");
  }

  /** The same, keeping an id it had before. */
  public HapInfoParams restoring(int formerId) {
    return new HapInfoParams(
        userId,
        bundleName,
        instIndex,
        dlpType,
        appIdDesc,
        apiVersion,
        isSystemApp,
        appDistributionType,
        true,
        formerId,
        isAtomicService,
        appProvisionType);
  }
}
