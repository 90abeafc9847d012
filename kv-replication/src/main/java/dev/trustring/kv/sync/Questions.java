package dev.trustring.kv.sync;

import dev.trustring.atm.Atm;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.kv.metadata.PeerRecord;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.AuthType;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.identity.Udid;
import java.util.List;
import java.util.Optional;

/** What the data service asks the AccessTokenManager and the trust rows. */
final class Questions {

  private static final int MAIN_INSTANCE = 0;

  private Questions() {}

  /** Whether the store owner's own token holds the permission (kv-store §4.3). */
  static Atm.Command datasync(Link link) {
    TokenIdentity token =
        new TokenIdentity(link.bundle(), new UserId(link.user().value()), MAIN_INSTANCE);
    return new Atm.Command.Verify(token, PermissionName.DISTRIBUTED_DATASYNC);
  }

  /** Whether a user of the peer may exchange data with this app and user (kv-store §4.4). */
  static Trust.Command access(FactsActor.Query query, Knowledge knowledge) {
    List<OsAccountId> users = knowledge.peerRecord().map(PeerRecord::activeUsers).orElse(List.of());
    Optional<OsAccountId> target =
        users.stream().filter(user -> !user.equals(OsAccountId.SYSTEM)).findFirst();
    return new Trust.CheckAccess(
        query.link().user(),
        target.orElse(query.link().user()),
        Udid.of(query.peer()),
        new PkgName(query.link().bundle().value()),
        AuthType.DEFAULT,
        true);
  }
}
