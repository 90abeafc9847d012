package dev.trustring.kv.store;

import dev.trustring.kv.query.Selection;

/** A live row as queries see it. */
record StoredEntry(Row row) implements Selection.Entry {

  @Override
  public String keyText() {
    return row.id().key().text();
  }

  @Override
  public String valueText() {
    return row.value().map(Value::text).orElse("");
  }

  @Override
  public long writeTime() {
    return row.writeTimestamp();
  }
}
