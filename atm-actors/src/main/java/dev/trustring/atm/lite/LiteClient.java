package dev.trustring.atm.lite;

import java.util.List;
import java.util.Optional;

/** What the caller's own side of the interface decides, before or after the service is asked. */
public final class LiteClient {
  /** Processes up to this uid are the system's own and hold everything. */
  public static final int SYSTEM_UID_MAX = 999;

  /** Most permissions that a caller takes from an answer. */
  public static final int RECEIVED_MAX = 1000;

  private LiteClient() {}

  /**
   * The answer to a check that does not reach the service (access-token §6.2): yes for a process of
   * the system, and {@link Lite#UNKNOWN} when nobody is there to ask.
   */
  public static Optional<Integer> checkAlone(int callingUid, boolean serviceRuns) {
    if (callingUid <= SYSTEM_UID_MAX) {
      return Optional.of(Lite.GRANTED);
    }
    return serviceRuns ? Optional.empty() : Optional.of(Lite.UNKNOWN);
  }

  /** A list as a caller gets it: one that is too long is broken to it, though it may be stored. */
  static Lite.Reply received(List<PermissionSaved> permissions) {
    return permissions.size() > RECEIVED_MAX
        ? new Lite.Reply.Code(LiteCode.JSONPARSE_FAIL)
        : new Lite.Reply.Listed(permissions);
  }
}
