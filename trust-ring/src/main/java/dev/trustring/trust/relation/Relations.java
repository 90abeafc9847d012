package dev.trustring.trust.relation;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.wire.RelationMessage;
import dev.trustring.trust.wire.TrustMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How bonds end on one side and on the other (trust-and-softbus §1.5). Each method decides about
 * one thing that happened and changes nothing itself.
 */
public record Relations(TrustState state) {

  /**
   * An app gives up its bonds of the foreground user with a peer; with the last one the link goes
   * too, and the peer is told (§1.5, §2.2).
   */
  public RelationOutcome unbind(DeviceIdentity peer, PkgName pkg) {
    OsAccountId user = state.foregroundUser();
    List<AccessRow> owned =
        state.rows().stream()
            .filter(row -> row.peer().equals(peer.udid()))
            .filter(row -> row.localUser().equals(user))
            .filter(row -> isOwnedBond(row, pkg))
            .toList();
    Ledger ledger = new Ledger(state);
    ledger.delete(owned::contains);
    List<TrustEffect> notices =
        owned.stream()
            .map(AccessRow::bindLevel)
            .distinct()
            .map(level -> send(peer, new RelationMessage.Unbound(pkg, user, level)))
            .toList();
    return new RelationOutcome(owned.size(), ledger.events(), notices);
  }

  /** A peer's app has given up its bonds. */
  public RelationOutcome peerUnbound(DeviceIdentity from, RelationMessage.Unbound notice) {
    return lost(
        from,
        notice.user(),
        row -> row.bindLevel() == notice.level() && isOwnedBond(row, notice.pkg()));
  }

  /** An app is gone, and with it the rows that hold its token; every peer of those is told. */
  public RelationOutcome uninstalled(OsAccountId user, PkgName pkg, AppToken token) {
    List<AccessRow> owned =
        state.rows().stream()
            .filter(row -> row.localUser().equals(user))
            .filter(row -> isOfApp(row, pkg, tokens(row).local(), token))
            .toList();
    Ledger ledger = new Ledger(state);
    ledger.delete(owned::contains);
    ledger.forgetApp(user, token);
    RelationMessage notice = new RelationMessage.AppUninstalled(pkg, user, token);
    return new RelationOutcome(owned.size(), ledger.events(), told(owned.stream(), notice));
  }

  /** A service is no longer offered; whoever is bound for it is told, and no row goes. */
  public RelationOutcome unregistered(PkgName pkg) {
    OsAccountId user = state.foregroundUser();
    Stream<AccessRow> bound =
        state.rows().stream().filter(row -> row.localUser().equals(user) && isOwnedBond(row, pkg));
    RelationMessage notice = new RelationMessage.ServiceUnregistered(pkg, user);
    return new RelationOutcome(0, List.of(), told(bound, notice));
  }

  /** Every peer of these rows is told once. */
  private static List<TrustEffect> told(Stream<AccessRow> rows, RelationMessage notice) {
    return rows.map(row -> row.parties().peer())
        .distinct()
        .map(peer -> send(peer, notice))
        .toList();
  }

  /** An app is gone on a peer. */
  public RelationOutcome peerUninstalled(
      DeviceIdentity from, RelationMessage.AppUninstalled notice) {
    return lost(
        from, notice.user(), row -> isOfApp(row, notice.pkg(), tokens(row).peer(), notice.token()));
  }

  /** A peer has deleted a shared credential: both ends lose what rested on it. */
  public RelationOutcome peerUnshared(DeviceIdentity from, RelationMessage.ShareUnbound notice) {
    return lost(from, notice.user(), row -> row.bindType() == BindType.SHARE);
  }

  /** What a user of a peer has given up goes here too. */
  private RelationOutcome lost(DeviceIdentity from, OsAccountId user, Predicate<AccessRow> which) {
    Ledger ledger = new Ledger(state);
    int rows =
        ledger.delete(
            row ->
                row.peer().equals(from.udid()) && row.peerUser().equals(user) && which.test(row));
    return RelationOutcome.of(rows, ledger.events());
  }

  /** Rows appear with the credentials they need, as if a bind had made them. */
  public RelationOutcome establish(List<AccessRow> rows) {
    Ledger ledger = new Ledger(state);
    for (AccessRow row : rows) {
      if (Ledger.needsKey(row)) {
        ledger.create(Ledger.credentialFor(row));
      }
      ledger.write(row);
    }
    return RelationOutcome.of(rows.size(), ledger.events());
  }

  private RowTokens tokens(AccessRow row) {
    return state.tokens().of(row.key());
  }

  /** Rows from before the story know no token and go by their bundle (our choice). */
  private static boolean isOfApp(AccessRow row, PkgName pkg, AppToken known, AppToken gone) {
    return isOwnedBond(row, pkg) && (!known.isKnown() || known.equals(gone));
  }

  private static boolean isOwnedBond(AccessRow row, PkgName pkg) {
    return row.bindType() != BindType.IDENTICAL_ACCOUNT && row.bundle().equals(Optional.of(pkg));
  }

  private static TrustEffect send(DeviceIdentity to, TrustMessage message) {
    return new TrustEffect.Send(to, message);
  }
}
