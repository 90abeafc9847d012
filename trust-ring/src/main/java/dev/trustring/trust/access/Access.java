package dev.trustring.trust.access;

import java.util.Optional;

/** The answer to an {@link AccessQuery}, with the row that decided it if one did. */
public record Access(
    boolean permitted, boolean sameAccount, AccessReason reason, Optional<AccessRow> row) {

  /** The answer where HiChain has both devices in one peer-to-peer group: no row is asked. */
  public static Access commonGroup() {
    return new Access(true, false, AccessReason.COMMON_GROUP, Optional.empty());
  }

  /** The answer to whoever asks for a user that is not in the foreground. */
  public static Access userInactive() {
    return no(AccessReason.USER_INACTIVE);
  }

  /** Whether the app may see the peer: over a share it may without exchanging stores. */
  public boolean lists() {
    return permitted || reason == AccessReason.SHARE_ONLY;
  }

  static Access yes(AccessReason reason, AccessRow row) {
    return new Access(true, reason == AccessReason.SAME_ACCOUNT, reason, Optional.of(row));
  }

  static Access no(AccessReason reason) {
    return new Access(false, false, reason, Optional.empty());
  }

  static Access no(AccessReason reason, AccessRow row) {
    return new Access(false, false, reason, Optional.of(row));
  }
}
