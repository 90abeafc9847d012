package dev.trustring.device;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.device.profile.AppPackage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Apps that tests install, and that a market offers under their aliases. */
public final class SampleApps {

  /** Exchanges data, and may take pictures. */
  public static final AppPackage NOTES =
      ordinary("com.example.notes", "DISTRIBUTED_DATASYNC", "CAMERA", "INTERNET");

  /** Asks for more than a normal app may have. */
  public static final AppPackage GREEDY =
      ordinary("com.example.greedy", "GRANT_SENSITIVE_PERMISSIONS");

  /** A system app that may change the permissions of others. */
  public static final AppPackage CARETAKER =
      system(
          "com.example.caretaker", "GRANT_SENSITIVE_PERMISSIONS", "REVOKE_SENSITIVE_PERMISSIONS");

  /** A system app that may not. */
  public static final AppPackage CLOCK = system("com.example.clock");

  /** Wants to know where the device is, also in the background. */
  public static final AppPackage MAPS =
      ordinary("com.example.maps", "APPROXIMATELY_LOCATION", "LOCATION", "KEEP_BACKGROUND_RUNNING");

  public static final AppMarket MARKET =
      new AppMarket(
          Map.of(
              "notes",
              NOTES,
              "greedy",
              GREEDY,
              "caretaker",
              CARETAKER,
              "clock",
              CLOCK,
              "maps",
              MAPS));

  private SampleApps() {}

  private static AppPackage ordinary(String bundle, String... permissions) {
    return new AppPackage(
        new BundleName(bundle),
        "example",
        Apl.NORMAL,
        names(permissions),
        List.of(),
        "app_gallery",
        false,
        false,
        List.of());
  }

  private static AppPackage system(String bundle, String... permissions) {
    return new AppPackage(
        new BundleName(bundle),
        "system",
        Apl.SYSTEM_CORE,
        names(permissions),
        List.of(),
        "os_integration",
        false,
        true,
        List.of());
  }

  private static List<PermissionName> names(String... permissions) {
    return Arrays.stream(permissions).map(PermissionName::of).toList();
  }
}
