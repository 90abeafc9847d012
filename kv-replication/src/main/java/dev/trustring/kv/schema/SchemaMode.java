package dev.trustring.kv.schema;

/** What a schema says of fields that it does not name (kv-store §1.3, §1.5). */
public enum SchemaMode {
  /** Values may have more fields, and a later schema may add some. */
  COMPATIBLE,
  /** No value has another field. */
  STRICT
}
