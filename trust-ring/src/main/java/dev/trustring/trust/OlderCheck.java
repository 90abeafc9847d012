package dev.trustring.trust;

import dev.trustring.trust.access.Access;
import dev.trustring.trust.access.AccessCheck;
import dev.trustring.trust.access.AccessQuery;
import dev.trustring.trust.access.AuthType;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.ledger.TrustState;

/** The older single check of DeviceManager, which the data service uses (§1.4, §8). */
final class OlderCheck {
  private OlderCheck() {}

  static Access of(TrustState state, Trust.CheckAccess asked, RowTokens tokens) {
    AccessQuery query =
        new AccessQuery(
            asked.local(),
            asked.remote(),
            asked.peer(),
            asked.bundle(),
            asked.authType(),
            state.isActive(asked.local()),
            asked.remoteActive());
    Access byRows =
        AccessCheck.check(query, state.rows(), row -> tokens.fit(state.tokens().of(row.key())));
    return !byRows.sameAccount() && isOfCommonGroup(state, query) ? Access.commonGroup() : byRows;
  }

  /** What DeviceManager asks HiChain first, where the data service asks DeviceManager at all. */
  private static boolean isOfCommonGroup(TrustState state, AccessQuery query) {
    boolean people = !query.local().isSystem() && !query.remote().isSystem();
    return people
        && query.localActive()
        && query.remoteActive()
        && query.authType() == AuthType.DEFAULT
        && state.groups().hasPeerToPeer(query.local(), query.peer());
  }
}
