package dev.trustring.kv.service;

import dev.trustring.kv.store.Row;
import java.util.List;

/**
 * The rows of a result set, and at which of them it stands (kv-store §1.4). It shows what was there
 * when it was opened (unverified).
 *
 * @param position -1 before the first row; as many as there are rows after the last
 */
record Cursor(List<Row> rows, int position) {

  Cursor {
    rows = List.copyOf(rows);
  }

  /** A result set stands before its first row when it is opened. */
  static Cursor over(List<Row> rows) {
    return new Cursor(rows, -1);
  }

  /** Where it stands then; further than both ends it cannot go. */
  Cursor at(long wanted) {
    return new Cursor(rows, (int) Math.max(-1, Math.min(rows.size(), wanted)));
  }

  boolean isOnRow() {
    return position >= 0 && position < rows.size();
  }

  boolean isFirst() {
    return isOnRow() && position == 0;
  }

  boolean isLast() {
    return isOnRow() && position == rows.size() - 1;
  }

  /** Without rows it is before the first and after the last at once. */
  boolean isBeforeFirst() {
    return rows.isEmpty() || position < 0;
  }

  boolean isAfterLast() {
    return rows.isEmpty() || position == rows.size();
  }
}
