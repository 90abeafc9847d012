package dev.trustring.device.session;

import dev.trustring.device.net.SessionCode;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.Access;
import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.Optional;

/**
 * The question that both ends of a session put to their own rows: may this app of this user talk to
 * that device (trust-and-softbus §5.2). Users of the two ends are taken for the same (our choice).
 */
public final class SessionAccess {

  private SessionAccess() {}

  public static Trust.CheckAccess question(DeviceName peer, String pkg, OsAccountId user) {
    return Trust.CheckAccess.ofApp(new PkgName(pkg), user, peer);
  }

  /** Why not, if it may not. */
  public static Optional<SessionCode> refusal(Trust.Reply reply) {
    Access access = ((Trust.AccessAnswer) reply).access();
    if (access.permitted()) {
      return Optional.empty();
    }
    return Optional.of(
        access.reason() == AccessReason.USER_INACTIVE
            ? SessionCode.USER_IN_BACKGROUND
            : SessionCode.ACL_FAILED);
  }
}
