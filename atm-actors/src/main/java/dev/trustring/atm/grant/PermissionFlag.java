package dev.trustring.atm.grant;

/** The bits that say who decided about a permission, and how firmly (access-token §3.1). */
public final class PermissionFlag {
  /** Nobody has decided yet. */
  public static final int DEFAULT = 0;

  /** The user decided; after a denial a dialog may ask again. */
  public static final int USER_SET = 1;

  /** The user decided; after a denial only Settings can change it. */
  public static final int USER_FIXED = 2;

  /** Fixed by the system at install; nobody can change it. */
  public static final int SYSTEM_FIXED = 4;

  /** Given before the user was asked; the user may take it back. Sticky. */
  public static final int PRE_AUTHORIZED_CANCELABLE = 8;

  /** Given for the moment by a tapped security component. */
  public static final int COMPONENT_SET = 16;

  /** Fixed by a security policy; after a denial only Settings can change it. */
  public static final int FIXED_FOR_SECURITY_POLICY = 32;

  /** The user allowed it for this time only. */
  public static final int ALLOW_THIS_TIME = 64;

  /** Fixed by the device's administrator; the user cannot change it. */
  public static final int FIXED_BY_ADMIN_POLICY = 128;

  /** Released by the administrator; the user may change it again. */
  public static final int ADMIN_POLICIES_CANCEL = 256;

  /** Blocked by a user policy: denied whatever is stored. Sticky. */
  public static final int RESTRICTED_BY_ADMIN = 512;

  static final int STICKY = PRE_AUTHORIZED_CANCELABLE | RESTRICTED_BY_ADMIN;

  private static final int IGNORED = STICKY | COMPONENT_SET;
  private static final int ADMIN = FIXED_BY_ADMIN_POLICY | ADMIN_POLICIES_CANCEL;

  private PermissionFlag() {}

  /**
   * Whether inner callers may grant or revoke with these bits (access-token §3.2): without 8, 16
   * and 512 at most one of 1, 2, 4, 32 and 64 may be left. A bit of the administrator is refused
   * when it comes alone and slips through next to 8, 16 or 512, as on the platform.
   */
  public static boolean isLegal(int flags) {
    int rest = flags & ~IGNORED;
    if (hasAny(rest, ADMIN)) {
      return rest != flags && (rest == FIXED_BY_ADMIN_POLICY || rest == ADMIN_POLICIES_CANCEL);
    }
    int known = USER_SET | USER_FIXED | SYSTEM_FIXED | FIXED_FOR_SECURITY_POLICY | ALLOW_THIS_TIME;
    return (rest & ~known) == 0 && Integer.bitCount(rest) <= 1;
  }

  /** Whether {@code flags} has at least one bit of {@code wanted}. */
  public static boolean hasAny(int flags, int wanted) {
    return (flags & wanted) != 0;
  }
}
