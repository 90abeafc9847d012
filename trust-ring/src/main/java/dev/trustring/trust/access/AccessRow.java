package dev.trustring.trust.access;

import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.identity.Udid;
import java.util.List;
import java.util.Optional;

/**
 * One access-control profile: which app of which user may talk to which peer (trust-and-softbus
 * §1.4). Tokens are left out, since the data service passes none into its check; a row is found by
 * its bundle.
 *
 * @param bundle the app the row was made for; at user level the process that asked for it
 * @param lnn whether the row only lets the soft bus accept the peer; it opens no data
 */
public record AccessRow(
    Parties parties,
    BindType bindType,
    BindLevel bindLevel,
    RowStatus status,
    AuthenticationType authenticationType,
    Optional<PkgName> bundle,
    RowSide side,
    boolean lnn) {

  /** What makes two rows the same: a later one with an equal key replaces the earlier. */
  public record Key(
      Udid peer,
      OsAccountId localUser,
      OsAccountId peerUser,
      BindType bindType,
      BindLevel bindLevel,
      Optional<PkgName> bundle,
      boolean lnn) {}

  public Key key() {
    return new Key(peer(), localUser(), peerUser(), bindType, bindLevel, bundle, lnn);
  }

  public Udid peer() {
    return parties.peer().udid();
  }

  public OsAccountId localUser() {
    return parties.localUser();
  }

  public OsAccountId peerUser() {
    return parties.peerUser();
  }

  public boolean isActive() {
    return status == RowStatus.ACTIVE;
  }

  /** Whether the row brings the link up and nothing more. */
  public boolean isLinkOnly() {
    return lnn || bindType == BindType.LNN;
  }

  public AccessRow withStatus(RowStatus changed) {
    return new AccessRow(
        parties, bindType, bindLevel, changed, authenticationType, bundle, side, lnn);
  }

  /**
   * The row of two devices of one HUAWEI ID: user level, active. It is stored as "always", since
   * nobody was asked (unverified).
   */
  public static AccessRow sameAccount(Parties parties, RowSide side) {
    return ofUser(parties, BindType.IDENTICAL_ACCOUNT, side);
  }

  private static AccessRow ofUser(Parties parties, BindType type, RowSide side) {
    return new AccessRow(
        parties,
        type,
        BindLevel.USER,
        RowStatus.ACTIVE,
        AuthenticationType.ALLOW_ALWAYS,
        Optional.empty(),
        side,
        false);
  }

  /** The data row of a PIN bond. */
  public static AccessRow pointToPoint(
      Parties parties, BindLevel level, PkgName bundle, AuthenticationType type, RowSide side) {
    return new AccessRow(
        parties,
        BindType.POINT_TO_POINT,
        level,
        RowStatus.ACTIVE,
        type,
        Optional.of(bundle),
        side,
        false);
  }

  /**
   * The row of a share, for the whole user. That no app is named in it is our choice (unverified).
   *
   * @param side whether this device may reach the peer by it, or is reached
   */
  public static AccessRow share(Parties parties, RowSide side) {
    return ofUser(parties, BindType.SHARE, side);
  }

  /** The link marker of a PIN bond: one for two users, however many apps are bound. */
  public static AccessRow linkMarker(Parties parties, AuthenticationType type, RowSide side) {
    return new AccessRow(
        parties,
        BindType.POINT_TO_POINT,
        BindLevel.USER,
        RowStatus.ACTIVE,
        type,
        Optional.empty(),
        side,
        true);
  }

  /** Both rows a finished PIN bond of one app leaves on one side, allowed for good. */
  public static List<AccessRow> bond(Parties parties, PkgName bundle, RowSide side) {
    AuthenticationType always = AuthenticationType.ALLOW_ALWAYS;
    return List.of(
        pointToPoint(parties, BindLevel.APP, bundle, always, side),
        linkMarker(parties, always, side));
  }
}
