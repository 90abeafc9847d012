package dev.trustring.trust.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The access check of the data service (kv-store §4.4, trust-and-softbus §1.4 and §8). Rows are
 * never composed: a row towards B says nothing about C.
 *
 * <p>A share row opens nothing here: this check knows rows of the account and of bonds. Whoever
 * holds the groups asks for a common one first; bonds of the second version make none.
 */
public final class AccessCheck {
  private final AccessQuery query;
  private final Predicate<AccessRow> tokensFit;
  private final List<AccessRow> towardsPeer;
  private final List<AccessRow> ofBothUsers;

  private AccessCheck(AccessQuery query, List<AccessRow> rows, Predicate<AccessRow> tokensFit) {
    this.query = query;
    this.tokensFit = tokensFit;
    this.towardsPeer = rows.stream().filter(row -> row.peer().equals(query.peer())).toList();
    this.ofBothUsers =
        towardsPeer.stream()
            .filter(row -> row.localUser().equals(query.local()))
            .filter(row -> row.peerUser().equals(query.remote()))
            .toList();
  }

  /** The data service passes no tokens, so that none is compared. */
  public static Access check(AccessQuery query, List<AccessRow> rows) {
    return check(query, rows, row -> true);
  }

  /**
   * The same for whoever passes tokens.
   *
   * @param tokensFit whether a row below user level is of the tokens passed
   */
  public static Access check(
      AccessQuery query, List<AccessRow> rows, Predicate<AccessRow> tokensFit) {
    if (query.local().isSystem() && query.remote().isSystem()) {
      return new Access(true, false, AccessReason.SYSTEM_USERS, Optional.empty());
    }
    if (query.local().isSystem() || query.remote().isSystem()) {
      return Access.no(AccessReason.ONE_IS_SYSTEM_USER);
    }
    if (!query.localActive() || !query.remoteActive()) {
      return Access.no(AccessReason.USER_INACTIVE);
    }
    return new AccessCheck(query, rows, tokensFit).byRows();
  }

  private Access byRows() {
    Optional<AccessRow> account = first(row -> row.isActive() && isSameAccount(row));
    if (account.isPresent()) {
      return Access.yes(AccessReason.SAME_ACCOUNT, account.get());
    }
    return switch (query.authType()) {
      case DEFAULT -> byBond();
      case IDENTICAL_ACCOUNT ->
          first(AccessCheck::isSameAccount)
              .map(row -> Access.no(AccessReason.ROW_INACTIVE, row))
              .orElseGet(() -> Access.no(AccessReason.ACCOUNT_REQUIRED));
    };
  }

  private Access byBond() {
    return first(row -> row.isActive() && opensByBond(row))
        .map(row -> Access.yes(reasonOf(row), row))
        .orElseGet(this::whyNot);
  }

  private Access whyNot() {
    Optional<AccessRow> switchedOff = first(row -> isSameAccount(row) || opensByBond(row));
    if (switchedOff.isPresent()) {
      return Access.no(AccessReason.ROW_INACTIVE, switchedOff.get());
    }
    Optional<AccessRow> share = first(row -> row.bindType() == BindType.SHARE);
    if (share.isPresent()) {
      return Access.no(
          share.get().side() == RowSide.ACCESSER
              ? AccessReason.SHARE_ONLY
              : AccessReason.SHARED_OTHER_WAY,
          share.get());
    }
    Optional<AccessRow> otherApp = first(row -> isBond(row) && !row.isLinkOnly());
    if (otherApp.isPresent()) {
      return Access.no(AccessReason.BOUND_FOR_OTHER_APP, otherApp.get());
    }
    Optional<AccessRow> link = first(AccessRow::isLinkOnly);
    if (link.isPresent()) {
      return Access.no(AccessReason.ONLY_LINK_ROW, link.get());
    }
    return ofBothUsers.isEmpty() && !towardsPeer.isEmpty()
        ? Access.no(AccessReason.BOUND_FOR_OTHER_USERS)
        : Access.no(AccessReason.NO_ROW);
  }

  private Optional<AccessRow> first(Predicate<AccessRow> wanted) {
    return ofBothUsers.stream().filter(wanted).findFirst();
  }

  /** At user level the bundle is not looked at; below, it must be the one that asks. */
  private boolean opensByBond(AccessRow row) {
    if (!isBond(row) || row.isLinkOnly()) {
      return false;
    }
    return row.bindLevel() == BindLevel.USER
        || (row.bundle().equals(Optional.of(query.bundle())) && tokensFit.test(row));
  }

  private static AccessReason reasonOf(AccessRow row) {
    return row.bindLevel() == BindLevel.USER
        ? AccessReason.BOUND_FOR_USER
        : AccessReason.BOUND_FOR_APP;
  }

  private static boolean isSameAccount(AccessRow row) {
    return row.bindType() == BindType.IDENTICAL_ACCOUNT;
  }

  private static boolean isBond(AccessRow row) {
    return row.bindType() == BindType.POINT_TO_POINT || row.bindType() == BindType.ACROSS_ACCOUNT;
  }
}
