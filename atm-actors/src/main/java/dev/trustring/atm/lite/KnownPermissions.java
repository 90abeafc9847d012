package dev.trustring.atm.lite;

import dev.trustring.atm.permission.GrantMode;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The seventeen permissions that a mini or small system knows (access-token §6.2). */
public final class KnownPermissions {
  /** What a package manager must hold to install an app (seed 002). */
  public static final String INSTALL_BUNDLE = "ohos.permission.INSTALL_BUNDLE";

  private static final SortedMap<String, GrantMode> MODES = modes();

  private KnownPermissions() {}

  /** Who grants it; none if the system does not know the name. */
  public static Optional<GrantMode> mode(String name) {
    return Optional.ofNullable(MODES.get(name));
  }

  /** All of them, by name. */
  public static SortedMap<String, GrantMode> all() {
    return MODES;
  }

  private static SortedMap<String, GrantMode> modes() {
    TreeMap<String, GrantMode> modes = new TreeMap<>();
    for (String bySystem :
        new String[] {
          "LISTEN_BUNDLE_CHANGE", "GET_BUNDLE_INFO", "INSTALL_BUNDLE", "MODIFY_AUDIO_SETTINGS"
        }) {
      modes.put("ohos.permission." + bySystem, GrantMode.SYSTEM_GRANT);
    }
    for (String byUser :
        new String[] {
          "CAMERA",
          "READ_MEDIA",
          "MICROPHONE",
          "WRITE_MEDIA",
          "DISTRIBUTED_DATASYNC",
          "DISTRIBUTED_VIRTUALDEVICE",
          "RECORD_AUDIO",
          "READ_MEDIA_AUDIO",
          "WRITE_MEDIA_AUDIO",
          "READ_MEDIA_IMAGES",
          "WRITE_MEDIA_IMAGES",
          "READ_MEDIA_VIDEO",
          "WRITE_MEDIA_VIDEO"
        }) {
      modes.put("ohos.permission." + byUser, GrantMode.USER_GRANT);
    }
    return Collections.unmodifiableSortedMap(modes);
  }
}
