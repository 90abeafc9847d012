package dev.trustring.trust.bind;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.access.CredentialType;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.effect.BindRole;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustState;
import java.util.List;
import java.util.Optional;

/** What a finished bind leaves on one side: a data row, a link row, and a credential for each. */
final class BondRows {
  private BondRows() {}

  static List<AccessRow> of(BindSession session, Parties parties) {
    BindRequest request = session.request();
    RowSide side = session.state().role() == BindRole.SOURCE ? RowSide.ACCESSER : RowSide.ACCESSEE;
    return List.of(
        AccessRow.pointToPoint(
            parties, request.level(), request.pkg(), session.authenticationType(), side),
        AccessRow.linkMarker(parties, session.authenticationType(), side));
  }

  static List<Credential> credentials(BindSession session) {
    return List.of(
        credential(session, CredentialScope.of(session.request().level())),
        credential(session, CredentialScope.DEVICE));
  }

  /** Whether this side already holds all of it, switched on, towards this user of the peer. */
  static boolean areComplete(TrustState state, BindSession session, OsAccountId peerUser) {
    Parties parties = parties(state, session, peerUser, Optional.empty());
    return haveCredentials(state, session)
        && of(session, parties).stream()
            .allMatch(row -> state.row(row.key()).filter(AccessRow::isActive).isPresent());
  }

  /**
   * Whether the peer is of the account of the local user and its row is here and active; that row
   * serves every app of the user, so a bind has nothing to add.
   */
  static boolean areOfTheAccount(TrustState state, BindSession session, boolean sameAccount) {
    return sameAccount && state.hasRow(row -> isOfTheAccount(row, session) && row.isActive());
  }

  /** The key by which this side knows the peer, if it has one for data and for the link. */
  static Optional<String> keyOfPeer(TrustState state, BindSession session) {
    List<Optional<String>> keys =
        credentials(session).stream().map(state.keys()::behind).distinct().toList();
    return keys.size() == 1 ? keys.get(0) : Optional.empty();
  }

  /** For how long the app was allowed before; what nobody was asked about is allowed for good. */
  static AuthenticationType allowed(TrustState state, BindSession session) {
    return state.rows().stream()
        .filter(row -> row.peer().equals(session.request().peer().udid()))
        .filter(row -> row.localUser().equals(session.localUser()))
        .filter(row -> row.bundle().equals(Optional.of(session.request().pkg())))
        .map(AccessRow::authenticationType)
        .findFirst()
        .orElse(AuthenticationType.ALLOW_ALWAYS);
  }

  /**
   * Whether this side has every row towards this user of the peer, active or not, and a key of the
   * peer behind each credential.
   */
  static boolean areProvable(TrustState state, BindSession session, OsAccountId peerUser) {
    return keyOfPeer(state, session).isPresent() && exist(state, session, peerUser);
  }

  /** Whether the credentials of the bond are here; an unbind may have taken them meanwhile. */
  static boolean haveCredentials(TrustState state, BindSession session) {
    return credentials(session).stream().allMatch(state::hasCredential);
  }

  /** Whether this side has every row towards this user of the peer, active or not. */
  static boolean exist(TrustState state, BindSession session, OsAccountId peerUser) {
    Parties parties = parties(state, session, peerUser, Optional.empty());
    return of(session, parties).stream().allMatch(row -> state.row(row.key()).isPresent());
  }

  static Parties parties(
      TrustState state, BindSession session, OsAccountId peerUser, Optional<AccountHash> account) {
    return new Parties(
        session.request().peer(),
        session.localUser(),
        peerUser,
        state.loggedIn(session.localUser()),
        account);
  }

  /** The parties as the peer's message 180 or 190 completes them. */
  static Parties parties(TrustState state, BindSession session, UserWords said) {
    return parties(state, session, said.user(), said.account());
  }

  /** Whether the peer is of the account of the local user and its row is not there yet. */
  static boolean lackOnlyTheAccount(TrustState state, BindSession session, boolean sameAccount) {
    return sameAccount && !state.hasRow(row -> isOfTheAccount(row, session));
  }

  private static boolean isOfTheAccount(AccessRow row, BindSession session) {
    return row.bindType() == BindType.IDENTICAL_ACCOUNT
        && row.peer().equals(session.request().peer().udid())
        && row.localUser().equals(session.localUser());
  }

  private static Credential credential(BindSession session, CredentialScope scope) {
    return new Credential(
        session.request().peer().udid(),
        session.localUser(),
        scope,
        CredentialType.ACCOUNT_UNRELATED);
  }
}
