package dev.trustring.sim.campaign;

import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.store.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Realistic mistakes, each with the rule that a campaign must find broken by it. A static method of
 * this class, named after the bug, is given what a method of the product returns, then what it was
 * called with, and says what it returns from now on.
 */
public enum PlantedBug {
  LAST_ARRIVAL_WINS(
      "the row that arrives last wins, whenever it was written",
      "no-older-write",
      "dev.trustring.kv.store.ConflictRule.onReceive"),
  NOTHING_IS_SAVED(
      "rows that arrive are acknowledged and thrown away",
      "delivered",
      "dev.trustring.kv.store.ConflictRule.onReceive"),
  DELETIONS_STAY_HOME("tombstones are not sent", "delivered", "dev.trustring.kv.store.Outbox.due"),
  MARK_TOO_EARLY(
      "the send mark is set a minute ahead of what was sent",
      "delivered",
      "dev.trustring.kv.store.StoreState.sendMark"),
  OTHERS_ROWS_ARE_RELAYED(
      "rows of other devices are sent on", "own-partition", "dev.trustring.kv.store.Row.isLocal"),
  LEVEL_IS_NOT_ASKED(
      "neither side compares the label with the level",
      "no-leak-above-level",
      "dev.trustring.kv.gate.Levels.check"),
  RECEIVER_ASKS_NO_PERMISSION(
      "the receiver does not ask for the permission",
      "no-sync-without-grant",
      "dev.trustring.kv.gate.ReceivePermissionGate.check");

  /** Units of 100 ns in a minute. */
  private static final long A_MINUTE = 600_000_000L;

  private final String says;
  private final String oracle;
  private final String method;

  PlantedBug(String says, String oracle, String method) {
    this.says = says;
    this.oracle = oracle;
    this.method = method;
  }

  String says() {
    return says;
  }

  /** The rule that it breaks. */
  String oracle() {
    return oracle;
  }

  /** The class in which it is planted. */
  String type() {
    return method.substring(0, method.lastIndexOf('.'));
  }

  /** The method, every form of it, in which it is planted. */
  String method() {
    return method.substring(method.lastIndexOf('.') + 1);
  }

  /** The bug's own method, called by what it is planted in. */
  String hook() {
    return name().toLowerCase(Locale.ROOT);
  }

  // CHECKSTYLE.OFF: MethodName
  public static Object last_arrival_wins(Object kept, Object[] given) {
    return ((Optional<?>) kept).isPresent() ? kept : Optional.of(given[2]);
  }

  public static Object nothing_is_saved(Object kept, Object[] given) {
    return Optional.empty();
  }

  public static Object deletions_stay_home(Object due, Object[] given) {
    return ((List<?>) due).stream().map(Row.class::cast).filter(row -> !row.isTombstone()).toList();
  }

  public static Object mark_too_early(Object mark, Object[] given) {
    return (Long) mark == 0 ? mark : (Long) mark + A_MINUTE;
  }

  public static Object others_rows_are_relayed(Object local, Object[] given) {
    return true;
  }

  public static Object level_is_not_asked(Object verdict, Object[] given) {
    return Verdict.pass("planted");
  }

  public static Object receiver_asks_no_permission(Object verdict, Object[] given) {
    return Verdict.pass("planted");
  }
  // CHECKSTYLE.ON: MethodName
}
