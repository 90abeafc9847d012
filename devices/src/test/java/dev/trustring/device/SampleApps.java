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

  /** A system app that looks at the permissions of others. */
  public static final AppPackage GUARDIAN =
      system("com.example.guardian", "GET_SENSITIVE_PERMISSIONS");

  /** A system app that keeps credentials. */
  public static final AppPackage KEEPER =
      system("com.example.keeper", "MANAGE_DEVICE_AUTH_CRED", "ACCESS_SERVICE_DM");

  /** No system app, but of a level at which it may have all kinds of permissions. */
  public static final AppPackage TRAVELLER =
      new AppPackage(
          new BundleName("com.example.traveller"),
          "example",
          Apl.SYSTEM_CORE,
          names(
              "APPROXIMATELY_LOCATION",
              "LOCATION",
              "CAMERA",
              "HOOK_KEY_EVENT",
              "SHORT_TERM_WRITE_IMAGEVIDEO",
              "kernel.SUPPORT_PLUGIN"),
          List.of(),
          "app_gallery",
          false,
          false,
          List.of());

  public static final AppMarket MARKET =
      new AppMarket(
          Map.of(
              "notes",
              NOTES,
              "notes-of-tomorrow",
              ordinary("com.example.notes", "DISTRIBUTED_DATASYNC", "CAMERA", "MICROPHONE"),
              "notes-gone-greedy",
              ordinary("com.example.notes", "CAMERA", "GRANT_SENSITIVE_PERMISSIONS"),
              "greedy",
              GREEDY,
              "caretaker",
              CARETAKER,
              "clock",
              CLOCK,
              "maps",
              MAPS,
              "guardian",
              GUARDIAN,
              "traveller",
              TRAVELLER,
              "keeper",
              KEEPER));

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
