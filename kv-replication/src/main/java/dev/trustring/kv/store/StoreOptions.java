package dev.trustring.kv.store;

import dev.trustring.kv.schema.SchemaText;
import java.util.Optional;

/**
 * What an app passes when it opens a store (kv-store §1.2).
 *
 * @param createIfMissing default true; false and no file is INVALID_ARGUMENT, not NOT_FOUND
 * @param encrypt default false; fixed at creation
 * @param backup default true
 * @param autoSync default false
 * @param type default DEVICE_COLLABORATION; fixed at creation
 * @param label mandatory; may be raised on reopening, never lowered
 * @param schema what values look like; none if not given
 */
public record StoreOptions(
    boolean createIfMissing,
    boolean encrypt,
    boolean backup,
    boolean autoSync,
    KvStoreType type,
    SecurityLabel label,
    Optional<SchemaText> schema) {

  /** The same with a schema. */
  public StoreOptions withSchema(Optional<SchemaText> other) {
    return new StoreOptions(createIfMissing, encrypt, backup, autoSync, type, label, other);
  }

  /** Says nothing of a schema that is not there: traces of older stories stay as they were. */
  @Override
  public String toString() {
    return "StoreOptions[createIfMissing="
        + createIfMissing
        + ", encrypt="
        + encrypt
        + ", backup="
        + backup
        + ", autoSync="
        + autoSync
        + ", type="
        + type
        + ", label="
        + label
        + schema.map(text -> ", schema=" + text.value()).orElse("")
        + "]";
  }
}
