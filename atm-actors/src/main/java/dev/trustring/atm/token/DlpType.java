package dev.trustring.atm.token;

import dev.trustring.atm.permission.PermissionName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an instance of an app may treat the protected documents it opens (access-token §8). */
public enum DlpType {
  /** No protected documents: the app itself, or a clone. */
  COMMON(0),
  READ(1),
  FULL_CONTROL(2),
  READ_PERM(3),
  FULL_PERM(4);

  /** Permissions that only instances with full control may use; most permissions are for all. */
  private static final List<PermissionName> FOR_FULL_CONTROL =
      names("PRINT", "MANAGE_PRINT_JOB", "CAPTURE_SCREEN");

  /**
   * Permissions that lead out of the device or the sandbox. The platform's list has more names;
   * these are the ones that the notes give.
   */
  private static final List<PermissionName> FOR_NONE =
      names(
          "DISTRIBUTED_DATASYNC",
          "INTERNET",
          "ACCESS_BLUETOOTH",
          "ACCESS_NEARLINK",
          "USE_BLUETOOTH",
          "NFC_TAG",
          "SET_WIFI_INFO",
          "WRITE_AUDIO",
          "WRITE_DOCUMENT",
          "WRITE_IMAGEVIDEO",
          "WRITE_MEDIA",
          "SEND_MESSAGES",
          "RECEIVE_SMS",
          "RECEIVE_MMS",
          "RECEIVE_WAP_MESSAGES",
          "CLOUDFILE_SYNC",
          "READ_WRITE_DOWNLOAD_DIRECTORY",
          "READ_WRITE_DESKTOP_DIRECTORY",
          "READ_WRITE_DOCUMENTS_DIRECTORY");

  private final int code;

  DlpType(int code) {
    this.code = code;
  }

  private static List<PermissionName> names(String... shortNames) {
    return Stream.of(shortNames).map(PermissionName::of).toList();
  }

  /** The type with the platform's number. */
  public static Optional<DlpType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  /** The platform's number. */
  public int code() {
    return code;
  }

  /** Whether such an instance may hold this permission at all. */
  public boolean allows(PermissionName name) {
    return switch (this) {
      case COMMON, FULL_PERM -> true;
      case READ -> !FOR_FULL_CONTROL.contains(name) && !FOR_NONE.contains(name);
      case FULL_CONTROL -> !FOR_NONE.contains(name);
      case READ_PERM -> !FOR_FULL_CONTROL.contains(name);
    };
  }
}
