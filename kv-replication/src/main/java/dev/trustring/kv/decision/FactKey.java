package dev.trustring.kv.decision;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.trust.identity.DeviceName;

/**
 * The name of one input fact, so that evidence can be traced to the file it came from.
 *
 * <p>Where the fact is a key of a scenario file the path is that key's path, which is also what a
 * report prints when the fact is missing.
 */
public record FactKey(String path) implements Comparable<FactKey> {

  /** The security level that the scenario states for a device. */
  public static FactKey level(DeviceName device) {
    return device(device, "level");
  }

  /** Whether a device has a trusted execution environment; asked by rule set {@code article}. */
  public static FactKey tee(DeviceName device) {
    return device(device, "tee");
  }

  /** The HUAWEI ID a device is logged in to. */
  public static FactKey account(DeviceName device) {
    return device(device, "account");
  }

  /** The apps that a device has installed. */
  public static FactKey apps(DeviceName device) {
    return device(device, "apps");
  }

  /** The radios that a device has. */
  public static FactKey radios(DeviceName device) {
    return device(device, "radios");
  }

  /** A network of the scenario. */
  public static FactKey network(String network) {
    return new FactKey("networks." + network);
  }

  /** The isolation switch of a network. */
  public static FactKey apIsolation(String network) {
    return new FactKey("networks." + network + ".apIsolation");
  }

  /** The entry of one permission in an app's manifest. */
  public static FactKey declared(BundleName bundle, PermissionName permission) {
    return new FactKey("manifest." + bundle.value() + ".permission." + permission.value());
  }

  /** The place in an app's manifest where requested permissions are listed, or belong. */
  public static FactKey requestPermissions(BundleName bundle) {
    return new FactKey("manifest." + bundle.value() + ".requestPermissions");
  }

  /** The profile or inline field that says by whom an app is signed. */
  public static FactKey signing(BundleName bundle) {
    return new FactKey("manifest." + bundle.value() + ".signing");
  }

  /** The data groups that an app declares. */
  public static FactKey dataGroups(BundleName bundle) {
    return new FactKey("manifest." + bundle.value() + ".dataGroupId");
  }

  /** The ability privilege level of an app. */
  public static FactKey apl(BundleName bundle) {
    return new FactKey("manifest." + bundle.value() + ".apl");
  }

  /** The security level with which an app opens a store. */
  public static FactKey storeLabel(BundleName bundle, String store) {
    return new FactKey("manifest." + bundle.value() + ".store." + store + ".securityLevel");
  }

  private static FactKey device(DeviceName device, String field) {
    return new FactKey("devices." + device.value() + "." + field);
  }

  @Override
  public int compareTo(FactKey other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
