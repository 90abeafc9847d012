package dev.trustring.atm.install;

/**
 * A permission that an app requests, as the installer hands it over. The platform's lists of
 * devices and states have one entry that counts, which is this one (access-token §1.5).
 *
 * @param permissionName any text
 * @param grantStatus 0 for granted, -1 for denied; only AllocHapToken looks at it
 * @param grantFlags bits of a permission flag; only AllocHapToken looks at them
 */
public record RequestedState(String permissionName, int grantStatus, int grantFlags) {
  /** Status of a granted permission. */
  public static final int GRANTED = 0;

  /** Status of a denied permission. */
  public static final int DENIED = -1;

  /** A request that leaves the state to the platform. */
  public static RequestedState of(String permissionName) {
    return new RequestedState(permissionName, DENIED, 0);
  }
}
