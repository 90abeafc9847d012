package dev.trustring.atm.grant;

import dev.trustring.atm.permission.PermissionName;
import java.util.List;
import java.util.stream.Stream;

/** The permissions that can be allowed for this time only, with flag 64 (access-token §3.4). */
public final class ThisTimeOnly {
  private static final List<PermissionName> OFFERED =
      Stream.of(
              "READ_PASTEBOARD",
              "APPROXIMATELY_LOCATION",
              "LOCATION",
              "LOCATION_IN_BACKGROUND",
              "CAMERA",
              "MICROPHONE",
              "CUSTOM_SCREEN_CAPTURE")
          .map(PermissionName::of)
          .toList();

  private static final List<String> LOCATIONS =
      List.of("APPROXIMATELY_LOCATION", "LOCATION", "LOCATION_IN_BACKGROUND");

  private ThisTimeOnly() {}

  /** Whether this permission is one of them. */
  public static boolean isOfferedFor(PermissionName name) {
    return OFFERED.contains(name);
  }

  /** Whether this is one of the location permissions. */
  public static boolean isLocation(PermissionName name) {
    return LOCATIONS.contains(name.shortName());
  }

  /** Whether this is the permission to read the pasteboard. */
  public static boolean isPasteboard(PermissionName name) {
    return name.shortName().equals("READ_PASTEBOARD");
  }

  /** Whether this is the permission to capture the screen. */
  public static boolean isScreenCapture(PermissionName name) {
    return name.shortName().equals("CUSTOM_SCREEN_CAPTURE");
  }
}
