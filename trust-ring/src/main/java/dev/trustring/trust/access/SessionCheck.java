package dev.trustring.trust.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The checks of the two ends of a session (trust-and-softbus §1.4): the source asks as the caller,
 * the sink as the one that is called. Other than {@link AccessCheck} they do not look at whether a
 * row is active; whoever asks has seen to it that the local user is in the foreground.
 *
 * <p>That a share row below user level also has to name the tokens is our reading (unverified).
 *
 * @param tokens the tokens that belong to a row
 */
public record SessionCheck(
    SessionQuery query, List<AccessRow> rows, Function<AccessRow, RowTokens> tokens) {

  public SessionCheck {
    rows = List.copyOf(rows);
  }

  /** The source knows its own user, app and account; of the peer only the device. */
  public Access source() {
    return first(
        RowSide.ACCESSER,
        row ->
            row.localUser().equals(query.local().user())
                && sourceAccepts(row)
                && (row.bindLevel() == BindLevel.USER || namesCaller(row)));
  }

  private boolean sourceAccepts(AccessRow row) {
    return switch (row.bindType()) {
      case IDENTICAL_ACCOUNT, POINT_TO_POINT, ACROSS_ACCOUNT -> true;
      case SHARE -> row.side() == RowSide.ACCESSER && hasLocalAccount(row);
      case LNN -> false;
    };
  }

  /** The sink knows both ends, and all of both must fit. */
  public Access sink() {
    return first(
        RowSide.ACCESSEE,
        row ->
            row.localUser().equals(query.local().user())
                && row.peerUser().equals(query.remote().user())
                && sinkAccepts(row)
                && (row.bindLevel() == BindLevel.USER || namesBoth(row)));
  }

  private boolean sinkAccepts(AccessRow row) {
    return switch (row.bindType()) {
      case IDENTICAL_ACCOUNT ->
          query.local().account().isPresent()
              && query.local().account().equals(query.remote().account());
      case POINT_TO_POINT, ACROSS_ACCOUNT -> true;
      case SHARE ->
          row.side() == RowSide.ACCESSEE
              && hasLocalAccount(row)
              && row.parties().peerAccount().isPresent()
              && row.parties().peerAccount().equals(query.remote().account());
      case LNN -> false;
    };
  }

  private boolean hasLocalAccount(AccessRow row) {
    return row.parties().localAccount().isPresent()
        && row.parties().localAccount().map(id -> id.hash()).equals(query.local().account());
  }

  private boolean namesCaller(AccessRow row) {
    return isOfBundle(row) || tokens.apply(row).local().equals(query.local().token());
  }

  private boolean namesBoth(AccessRow row) {
    return isOfBundle(row) || tokens.apply(row).are(query.local().token(), query.remote().token());
  }

  /** A row from before the story has no tokens, and is known by its bundle alone. */
  private boolean isOfBundle(AccessRow row) {
    return tokens.apply(row).equals(RowTokens.NONE)
        && query.bundle().isPresent()
        && query.bundle().equals(row.bundle());
  }

  private Access first(RowSide needed, Predicate<AccessRow> opens) {
    Optional<AccessRow> found =
        rows.stream()
            .filter(row -> row.peer().equals(query.peer()) && !row.isLinkOnly())
            .filter(opens)
            .findFirst();
    return found.map(row -> Access.yes(reason(row), row)).orElseGet(() -> whyNot(needed));
  }

  private Access whyNot(RowSide needed) {
    List<AccessRow> towards = rows.stream().filter(row -> row.peer().equals(query.peer())).toList();
    if (towards.isEmpty()) {
      return Access.no(AccessReason.NO_ROW);
    }
    if (towards.stream().allMatch(AccessRow::isLinkOnly)) {
      return Access.no(AccessReason.ONLY_LINK_ROW, towards.get(0));
    }
    Optional<AccessRow> otherWay =
        towards.stream()
            .filter(row -> row.localUser().equals(query.local().user()))
            .filter(row -> row.bindType() == BindType.SHARE && row.side() != needed)
            .findFirst();
    if (otherWay.isPresent()) {
      return Access.no(AccessReason.SHARED_OTHER_WAY, otherWay.get());
    }
    return towards.stream().noneMatch(row -> row.localUser().equals(query.local().user()))
        ? Access.no(AccessReason.BOUND_FOR_OTHER_USERS)
        : Access.no(AccessReason.BOUND_FOR_OTHER_APP);
  }

  private static AccessReason reason(AccessRow row) {
    if (row.bindType() == BindType.IDENTICAL_ACCOUNT) {
      return AccessReason.SAME_ACCOUNT;
    }
    if (row.bindType() == BindType.SHARE) {
      return AccessReason.SHARED;
    }
    return row.bindLevel() == BindLevel.USER
        ? AccessReason.BOUND_FOR_USER
        : AccessReason.BOUND_FOR_APP;
  }
}
