package dev.trustring.kv.metadata;

import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.SyncRange;
import java.util.Optional;

/** What a device publishes of one of its stores in the replicated metadata (kv-store §0, G5). */
public record StoreRecord(
    AppId app,
    StoreId store,
    KvStoreType type,
    SecurityLabel label,
    SyncRange range,
    Optional<SchemaText> schema) {

  /** The same store with another label. */
  public StoreRecord withLabel(SecurityLabel other) {
    return new StoreRecord(app, store, type, other, range, schema);
  }

  /** The same store with another range. */
  public StoreRecord withRange(SyncRange other) {
    return new StoreRecord(app, store, type, label, other, schema);
  }

  /** The same store with another schema. */
  public StoreRecord withSchema(Optional<SchemaText> other) {
    return new StoreRecord(app, store, type, label, range, other);
  }
}
