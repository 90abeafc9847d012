package dev.trustring.kv.schema;

import java.util.Map;
import java.util.Optional;

/** How two schemas stand to each other (kv-store §1.2, §4.1 G12). */
public final class SchemaFit {

  private SchemaFit() {}

  /**
   * Whether a store of one schema may be opened with another: the same fields, and in mode
   * COMPATIBLE also more, if old values fit without them. Indexes may change.
   */
  public static boolean isUpgrade(Schema from, Schema to) {
    if (from.mode() != to.mode() || from.skip() != to.skip()) {
      return false;
    }
    boolean keepsAll =
        from.fields().entrySet().stream()
            .allMatch(entry -> entry.getValue().equals(to.fields().get(entry.getKey())));
    return keepsAll && to.fields().entrySet().stream().allMatch(entry -> isThere(from, entry));
  }

  private static boolean isThere(Schema from, Map.Entry<FieldPath, Field> entry) {
    return from.fields().containsKey(entry.getKey())
        || (from.mode() == SchemaMode.COMPATIBLE && entry.getValue().mayBeAdded());
  }

  /**
   * Whether stores of these schemas may exchange rows: one must be an upgrade of the other. A store
   * without a schema exchanges with any (unverified).
   */
  public static boolean syncs(Optional<SchemaText> one, Optional<SchemaText> other) {
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return true;
    }
    Optional<Schema> mine = Schema.parse(one.get());
    Optional<Schema> theirs = Schema.parse(other.get());
    return mine.isPresent()
        && theirs.isPresent()
        && (isUpgrade(mine.get(), theirs.get()) || isUpgrade(theirs.get(), mine.get()));
  }
}
