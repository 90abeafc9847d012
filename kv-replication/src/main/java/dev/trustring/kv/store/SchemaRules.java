package dev.trustring.kv.store;

import dev.trustring.kv.schema.Schema;
import dev.trustring.kv.schema.SchemaFit;
import dev.trustring.kv.schema.ValueCheck;
import dev.trustring.kv.status.Status;
import java.util.Optional;

/** What a schema asks of a store and of what is put into it (kv-store §1.2, §1.5). */
final class SchemaRules {

  private SchemaRules() {}

  static Optional<Schema> schema(StoreState state) {
    return state.options().flatMap(SchemaRules::schema);
  }

  private static Optional<Schema> schema(StoreOptions options) {
    return options.schema().flatMap(Schema::parse);
  }

  /**
   * Why a store is not opened with that schema. One without a schema may get one that all its
   * values fit; a schema is never given up (unverified). Old values stay as they were written.
   */
  static Optional<Status> refusal(StoreState state, StoreOptions wanted) {
    Optional<Schema> later = schema(wanted);
    if (wanted.schema().isPresent() && later.isEmpty()) {
      return Optional.of(Status.INVALID_SCHEMA);
    }
    Optional<Schema> here = schema(state);
    boolean fits =
        here.isPresent()
            ? later.filter(schema -> SchemaFit.isUpgrade(here.get(), schema)).isPresent()
            : later.map(schema -> fitsAll(schema, state)).orElse(true);
    return fits ? Optional.empty() : Optional.of(Status.SCHEMA_MISMATCH);
  }

  private static boolean fitsAll(Schema schema, StoreState state) {
    return state.rows().values().stream()
        .flatMap(row -> row.value().stream())
        .allMatch(
            value -> ValueCheck.check(schema, value.text()) instanceof ValueCheck.Result.Fits);
  }
}
